import { say } from "./say.ts";
import { linkFor } from "./token.ts";

/** Where it is, and what a newcomer can do with it at once. */
export async function firstThings(address: string | undefined): Promise<void> {
  if (address === undefined) return;
  say(`
  ${address}

Open this link in a browser; it signs you in as ada, once, within ten minutes. "make link" prints another.

  ${await linkFor("ada")}

Or without a browser, in two terminals:

  curl -N ${address}/api/ada/events -H "Authorization: Bearer $(make -s token USER=ada)"

  curl ${address}/api/ada/chat -H "Authorization: Bearer $(make -s token USER=ada)" \\
    -H 'Content-Type: application/json' -d '{"message": "remind me to call mum in 10 seconds"}'

"make status" shows the parts, "make logs" what they say, "make down" stops them.`);
}
