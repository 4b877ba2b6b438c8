import type { Request } from "express";
import { z } from "zod";
import type { Searched } from "../domain/tasks/spoken-of.ts";

const Operation = z.looseObject({ task: z.looseObject({}).optional().catch(undefined) }).catch({});

// What a request may hold that costs; whether it is valid is for its route to say.
const Body = z
  .looseObject({
    message: z.string().optional().catch(undefined),
    text: z.string().optional().catch(undefined),
    count: z.number().optional().catch(undefined),
    operations: z.array(Operation).optional().catch(undefined),
    ids: z.array(z.unknown()).optional().catch(undefined),
    replaces_message_id: z.string().optional().catch(undefined),
  })
  .catch({});
const Message = z
  .looseObject({
    params: z
      .looseObject({
        name: z.string().optional().catch(undefined),
        arguments: z
          .looseObject({ calls: z.array(z.unknown()).optional().catch(undefined) })
          .default({})
          .catch({}),
      })
      .default({ arguments: {} })
      .catch({ arguments: {} }),
  })
  .catch({ params: { arguments: {} } });
const Query = z.looseObject({ limit: z.coerce.number().optional().catch(undefined) });

const BYTES_A_UNIT = 4_096;
const ANSWERED_A_UNIT = 65_536;
const CHARACTERS_A_UNIT = 250;
const DATES_A_UNIT = 20;
const ITEMS_A_UNIT = 20;

const CHANGE = 4;
/** Of a batch: many share a transaction. */
const OPERATION = 2;
const REMINDER = 4;
const CALL = 8;

const UNDO = 8;

// In units of a small read: about a millisecond of all processors of the mesh together. They are estimated; what
// depends on how much a person has is charged as it is done.
const ROUTES: Readonly<Record<string, number>> = {
  "GET /export": 20,
  "GET /reminders": 4,
  "DELETE /": 20,
  "POST /import": 20,
  "POST /tasks/move-floating": 20,
  "POST /tasks/travel": 20,
  "POST /tasks/batch": 1,
  "POST /undo": UNDO,
  "POST /chat": 8,
  "POST /conversations/*/regenerate": 24,
  "POST /when": 1,
};

type Asked = Pick<Request, "method" | "path" | "query" | "body">;

/** What a request costs beside the bytes of its body: its route, and what it asks for. */
export function costOf({ method, path, query, body }: Asked): number {
  const ofRoute = ROUTES[routeOf(method, path)] ?? (isRead(method) ? 1 : CHANGE);
  return ofRoute + costOfQuery(query) + costOfBody(body);
}

/** What a request of the Model Context Protocol costs beside the bytes of its body: each call as a message of the chat. */
export const costOfTools = ({ body }: Pick<Request, "body">): number =>
  [body].flat().reduce((sum: number, message: unknown) => {
    const { params } = Message.parse(message);
    return sum + (params.name === undefined ? 1 : CALL * (params.arguments.calls?.length ?? 1));
  }, 0);

/** What it costs to read bytes of a body, also of one that is refused then. */
export const costOfBytes = (bytes: number): number => bytes / BYTES_A_UNIT;

/** What it costs to send so many bytes of an answer. */
export const costOfAnswer = (bytes: number): number => bytes / ANSWERED_A_UNIT;

// More is refused, and then nothing of it is done.
const MOST = 200;
const unitsOf = (asked: number, aUnit: number): number =>
  asked > 0 && asked <= MOST ? Math.floor(asked / aUnit) : 0;

const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

const CONVERSATION = /^\/conversations\/[^/]+\//;

/** The router takes a path in any case, with a slash at its end or without, and answers HEAD by what answers GET. */
function routeOf(method: string, path: string): string {
  const plain = path.toLowerCase();
  const isLong = plain.length > 1 && plain.endsWith("/");
  const route = (isLong ? plain.slice(0, -1) : plain).replace(CONVERSATION, "/conversations/*/");
  return `${method === "HEAD" ? "GET" : method} ${route}`;
}

function costOfQuery(query: Asked["query"]): number {
  const { limit = 0 } = Query.parse(query);
  return ("query" in query ? 1 : 0) + unitsOf(limit, ITEMS_A_UNIT);
}

function costOfBody(body: unknown): number {
  const {
    message = "",
    text = "",
    count = 0,
    operations = [],
    ids = [],
    replaces_message_id,
    ...task
  } = Body.parse(body);
  return (
    Math.floor((message.length + text.length) / CHARACTERS_A_UNIT) +
    unitsOf(count, DATES_A_UNIT) +
    unitsOf(ids.length, 1) +
    (replaces_message_id === undefined ? 0 : UNDO) +
    costOfReminders(task) +
    operations.reduce((sum, { task: of }) => sum + OPERATION + costOfReminders(of), 0)
  );
}

// What of a task makes the other services work: they plan its reminders, ring and show them.
const costOfReminders = (task: object = {}): number =>
  "due" in task || "repeat" in task || "reminders" in task ? REMINDER : 0;

/** Adding so many tasks of a file, most of which have a date. */
export const costOfImport = (tasks: number): number => tasks * (OPERATION + REMINDER);

/** A piece of an export, beside what its bytes cost. */
export const PIECE_COST = 1;

const LOOKED_AT_A_UNIT = 5_000;
const TASKS_A_UNIT = 2_000;
const TITLES_A_UNIT = 50;
const SEARCHED_A_UNIT = 1_000_000;

/** Looking through so many characters of titles for a task that was named in the chat. */
export const costOfLooking = (characters: number): number => characters / LOOKED_AT_A_UNIT;

/** Reading what so many conversations are called. */
export const costOfTitles = (titles: number): number => titles / TITLES_A_UNIT;

/** Looking for words in so many tasks, whose words have so many characters. */
export const costOfSearch = ({ tasks, characters }: Searched): number =>
  tasks / TASKS_A_UNIT + characters / SEARCHED_A_UNIT;
