import { constants, setPriority } from "node:os";
import { z } from "zod";
import { openDoor } from "../door.ts";
import { type Ask, GREEDY, settleIn } from "./cases.ts";

/*
 * A greedy person, in a process of its own, so that its appetite does not slow the clock that measures the others, and
 * behind everybody else's: what it takes to ask would be taken from another machine.
 * Told the name of a case it begins, told to stop it stops; each is answered once it is so, with how many answers of
 * which status it had since it was told something last.
 */

setPriority(constants.priority.PRIORITY_LOW);
const { url, user, token } = z
  .object({ url: z.string(), user: z.string(), token: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ""));
const door = openDoor(url, { connections: 128 });
const statuses = new Map<number, number>();
const ask: Ask = async (method, path, body) => {
  const question = { method, path: `/api/${user}${path}`, token, body };
  const { status } = await door.ask(question).catch(() => ({ status: 0 }));
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return status;
};

let present = new AbortController();
let asked = 0;

function begin(name: string, { signal }: AbortController): void {
  const found = GREEDY.find((one) => one.name === name);
  if (!found) throw new Error(`There is no case ${name}`);
  const again = async (): Promise<void> => {
    while (!signal.aborted) await found.does(ask, (asked += 1));
  };
  for (let n = 0; n < found.atOnce; n += 1) void again();
}

/** Says that it is so, and how its asking went until then. */
function done(): void {
  process.send?.([...statuses]);
  statuses.clear();
}

process.on("message", (told) => {
  present.abort();
  present = new AbortController();
  if (told === "settle in") void settleIn(ask).finally(done);
  else {
    if (told !== "stop") begin(String(told), present);
    done();
  }
});
