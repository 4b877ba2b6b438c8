import { ExportReminders, ListReminders, ReadReminder } from "@todo-mesh/contracts/calls";
import { serve, type Served } from "@todo-mesh/dapr";
import { exportReminders } from "../use-cases/export-reminders.ts";
import { type ListDeps, listReminders } from "../use-cases/list-reminders.ts";
import { readReminder } from "../use-cases/read-reminder.ts";

/** What chat-api asks on behalf of a person: a page of their reminders, one of them, and all for an export. */
export function servedCalls(deps: ListDeps): readonly Served[] {
  const [list, read, all] = [listReminders(deps), readReminder(deps), exportReminders(deps)];
  return [
    serve(ListReminders, ({ user_id, ...query }) => list(user_id, query)),
    serve(ReadReminder, ({ user_id, id }) => read(user_id, id)),
    serve(ExportReminders, ({ user_id, cursor }) => all(user_id, cursor)),
  ];
}
