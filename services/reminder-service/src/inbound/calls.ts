import { ListReminders, ReadReminder } from "@todo-mesh/contracts/calls";
import { serve, type Served } from "@todo-mesh/dapr";
import { type ListDeps, listReminders } from "../use-cases/list-reminders.ts";
import { readReminder } from "../use-cases/read-reminder.ts";

/** What chat-api asks on behalf of a person: a page of their reminders, and one of them. */
export function servedCalls(deps: ListDeps): readonly Served[] {
  const [list, read] = [listReminders(deps), readReminder(deps)];
  return [
    serve(ListReminders, ({ user_id, ...query }) => list(user_id, query)),
    serve(ReadReminder, ({ user_id, id }) => read(user_id, id)),
  ];
}
