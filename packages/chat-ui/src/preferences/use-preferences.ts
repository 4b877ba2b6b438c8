import type { PersonPreferences, PreferencesPatch } from "@todo-mesh/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "../api/call.ts";
import { readLive } from "../api/heard.ts";
import { reasonOf } from "../api/problem.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import { browserZone, keepWriting } from "./writing.ts";

const PREFERENCES = ["preferences"];

/** What this person has chosen. */
export const usePreferences = () =>
  useQuery({
    queryKey: PREFERENCES,
    queryFn: ({ signal }) => readLive<PersonPreferences>("/preferences", { signal }),
    staleTime: Infinity,
  });

/** Chooses anew. It is shown at once, and put back if the mesh refuses it. */
export function useChoose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PreferencesPatch) =>
      ask<PersonPreferences>("/preferences", {
        method: "PATCH",
        body,
        key: crypto.randomUUID(),
      }),
    onMutate: (patch) => {
      const before = client.getQueryData<PersonPreferences>(PREFERENCES);
      const chosen = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null);
      client.setQueryData(PREFERENCES, Object.fromEntries(chosen));
      return before;
    },
    onError: (error, _patch, before) => {
      client.setQueryData(PREFERENCES, before);
      showToast({ text: words.said.failed(reasonOf(error)), failed: true });
    },
    onSuccess: (now) => client.setQueryData(PREFERENCES, now),
  });
}

/**
 * Writes as the person has chosen, and begins anew where that is another way than what is shown: words and formats are
 * made once. Whoever has not chosen a zone is in that of their browser from now on, wherever they ask from.
 */
export function useWriting(): void {
  const { data } = usePreferences();
  const { mutate } = useChoose();
  useEffect(() => {
    if (data && keepWriting(data)) location.reload();
    else if (data && data.timezone === undefined) mutate({ timezone: browserZone });
  }, [data, mutate]);
}
