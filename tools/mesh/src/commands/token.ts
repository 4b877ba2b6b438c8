import { UserId } from "@todo-mesh/contracts";
import { makeMeshFolder, meshFolder } from "../machine/place.ts";
import { ensureSecrets } from "../machine/secrets.ts";
import { signToken } from "../token.ts";
import { say } from "./say.ts";

/** Prints the token for the operator's view on the ops ports. */
export function operatorToken(): void {
  const folder = meshFolder();
  makeMeshFolder(folder);
  say(ensureSecrets(folder)["ops-token"]);
}

/** Prints a token for a user, and nothing else. */
export async function token(user: string | undefined): Promise<void> {
  const parsed = UserId.safeParse(user);
  if (!parsed.success) throw new Error(`Whose token? For instance: make token USER=ada`);
  const folder = meshFolder();
  makeMeshFolder(folder);
  say(await signToken(ensureSecrets(folder), { user: parsed.data }));
}
