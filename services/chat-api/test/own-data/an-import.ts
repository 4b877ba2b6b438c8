import { ImportReport, type ImportRequest } from "@todo-mesh/contracts";
import { aChatApi } from "../a-chat-api.ts";

const HEAD =
  "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT";

/** A project as Todoist exports it. */
export const table = (...rows: readonly string[]): string => [HEAD, ...rows].join("\r\n");

/** A calendar of tasks; `|` ends a line of one. */
export const calendar = (...todos: readonly string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...todos.flatMap((todo) => ["BEGIN:VTODO", ...todo.split("|"), "END:VTODO"]),
    "END:VCALENDAR",
  ].join("\r\n");

/** Somebody in Rome who brings files along. */
export async function anImport() {
  const api = await aChatApi();
  const send = (body: Partial<ImportRequest>, key?: string) =>
    api
      .as("post", "/import")
      .set(key === undefined ? {} : { "idempotency-key": key })
      .send({ timezone: "Europe/Rome", ...body });
  const bring = async (body: Partial<ImportRequest>, key?: string): Promise<ImportReport> =>
    ImportReport.parse((await send(body, key).expect(200)).body);
  const tasks = async (): Promise<Record<string, unknown>[]> =>
    (await api.as("get", "/tasks?limit=200").expect(200)).body.items;
  return {
    ...api,
    send,
    bring,
    todoist: (...rows: readonly string[]) => bring({ format: "todoist", file: table(...rows) }),
    icalendar: (...todos: readonly string[]) =>
      bring({ format: "icalendar", file: calendar(...todos) }),
    tasks,
    only: async () => (await tasks())[0],
  };
}
