import type { Secrets } from "./machine/secrets.ts";

/** A token that the services accept while they run with `AUTH_MODE=dev`; valid for 30 days unless told. */
export async function signToken(
  secrets: Secrets,
  wanted: { readonly user: string; readonly expiresIn?: string },
): Promise<string> {
  // Loaded when a token is wanted: whoever only keeps a mesh running should stay small.
  const { signDevToken } = await import("@todo-mesh/kit");
  return signDevToken(secrets["auth-dev-secret"], wanted);
}

/** A link that signs a person in to the page at `address`: once, and within ten minutes. */
export async function signLink(
  secrets: Secrets,
  { user, address }: { readonly user: string; readonly address: string },
): Promise<string> {
  const { signDevToken } = await import("@todo-mesh/kit");
  const link = { user, use: "link", expiresIn: "10m" } as const;
  // What follows the # is not sent to anybody, and stands in no log.
  return `${address}/#code=${await signDevToken(secrets["auth-dev-secret"], link)}`;
}
