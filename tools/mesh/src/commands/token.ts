import { UserId } from "@todo-mesh/contracts";
import { makeMeshFolder, meshFolder } from "../machine/place.ts";
import { ensureSecrets } from "../machine/secrets.ts";
import { livingState } from "./keeper-process.ts";
import { signLink, signToken } from "../token.ts";
import { say } from "./say.ts";

/** Prints the token for the operator's view on the ops ports. */
export function operatorToken(): void {
  const folder = meshFolder();
  makeMeshFolder(folder);
  say(ensureSecrets(folder)["ops-token"]);
}

/** A link that signs a person in to the page of the mesh that is up, if one is. */
export async function linkFor(user: string): Promise<string | undefined> {
  const folder = meshFolder();
  const address = livingState(folder)?.address;
  return address === undefined ? undefined : signLink(ensureSecrets(folder), { user, address });
}

/** Prints such a link, and nothing else. */
export async function link(user: string): Promise<void> {
  const made = await linkFor(UserId.parse(user));
  if (made === undefined) throw new Error("Todo Mesh is down: “make up” starts it.");
  say(made);
}

/** Prints a token for a user, and nothing else. */
export async function token(user: string | undefined): Promise<void> {
  const parsed = UserId.safeParse(user);
  if (!parsed.success) throw new Error(`Whose token? For instance: make token USER=ada`);
  const folder = meshFolder();
  makeMeshFolder(folder);
  say(await signToken(ensureSecrets(folder), { user: parsed.data }));
}
