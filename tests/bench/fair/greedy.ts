import { z } from "zod";
import { openDoor } from "../door.ts";
import { type Ask, GREEDY, settleIn } from "./cases.ts";

/*
 * A greedy person, in a process of its own, so that its appetite does not slow the clock that measures the others.
 * Told the name of a case it begins, told to stop it stops; each is answered once it is so.
 */

const { url, user, token } = z
  .object({ url: z.string(), user: z.string(), token: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ""));
const door = openDoor(url, { connections: 128 });
const ask: Ask = (method, path, body) =>
  door
    .ask({
      method: z.enum(["GET", "POST"]).parse(method),
      path: `/api/${user}${path}`,
      token,
      body,
    })
    .then(({ status }) => status)
    .catch(() => 0);

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

process.on("message", (told) => {
  present.abort();
  present = new AbortController();
  if (told === "settle in") void settleIn(ask).then(() => process.send?.(told));
  else {
    if (told !== "stop") begin(String(told), present);
    process.send?.(told);
  }
});
