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
