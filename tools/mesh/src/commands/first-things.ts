import { say } from "./say.ts";

/** Where it is, and what a newcomer can do with it at once. */
export function firstThings(address: string | undefined): void {
  if (address === undefined) return;
  say(`
  ${address}

A first thing to try, in two terminals:

  curl -N ${address}/api/ada/events -H "Authorization: Bearer $(make -s token USER=ada)"

  curl ${address}/api/ada/chat -H "Authorization: Bearer $(make -s token USER=ada)" \\
    -H 'Content-Type: application/json' -d '{"message": "remind me to call mum in 10 seconds"}'

"make status" shows the parts, "make logs" what they say, "make down" stops them.`);
}
