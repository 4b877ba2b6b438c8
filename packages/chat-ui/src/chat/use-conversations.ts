import type { ConversationPage } from "@todo-mesh/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readLive } from "../api/heard.ts";

/** The last conversations whose title has these words, the newest first. */
export const useConversations = (limit: number, query = "") =>
  useQuery({
    queryKey: ["conversations", limit, query],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ limit: String(limit), ...(query && { query }) });
      return readLive<ConversationPage>(`/conversations?${asked}`, { signal });
    },
    // Those of before stay until those that were searched for are there.
    placeholderData: keepPreviousData,
  });
