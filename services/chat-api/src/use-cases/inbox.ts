import { InboxPage, Notification, type PageQuery } from "@todo-mesh/contracts";
import { AppError, type Invoker } from "@todo-mesh/ports";
import type { z } from "zod";

const APP = "notification-service";
const TIMEOUT_MS = 3_000;
const LARGEST_PAGE = 200;

/** A person's inbox, which notification-service keeps. While it is away: `unavailable`. */
export function inbox({ invoker }: { readonly invoker: Invoker }) {
  const page = async (userId: string, { limit, cursor }: PageQuery): Promise<InboxPage> => {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor && { cursor }) });
    const path = `inbox/${encodeURIComponent(userId)}?${query.toString()}`;
    return understood(
      InboxPage,
      await invoker.invoke({ app: APP, method: "GET", path, timeoutMs: TIMEOUT_MS }),
    );
  };
  return {
    page,
    /** The oldest first; there are 500 at most. */
    all: async (userId: string): Promise<Notification[]> => {
      const found: Notification[] = [];
      let cursor: string | undefined;
      do {
        const { items, next_cursor } = await page(userId, { limit: LARGEST_PAGE, cursor });
        found.push(...items);
        cursor = next_cursor;
      } while (cursor !== undefined);
      return found.toReversed();
    },
    /** Safe to repeat: what is read stays read, since when it was first. */
    markRead: async (userId: string, id: string): Promise<Notification> => {
      const path = `inbox/${encodeURIComponent(userId)}/${encodeURIComponent(id)}/read`;
      return understood(
        Notification,
        await invoker.invoke({ app: APP, method: "POST", path, timeoutMs: TIMEOUT_MS }),
      );
    },
  };
}

export type Inbox = ReturnType<typeof inbox>;

// What the other service says is not the caller's fault: no 400 for it.
function understood<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new AppError("unavailable", "The inbox gave an answer that we do not understand", {
    cause: result.error,
  });
}
