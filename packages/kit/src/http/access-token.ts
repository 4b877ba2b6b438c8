import type { JWTPayload, JWTVerifyResult } from "jose";

// RFC 9068 §2.1 names the first two; many providers still send `JWT`, or nothing.
const TYPES: ReadonlySet<string> = new Set(["at+jwt", "application/at+jwt", "jwt"]);
// OpenID Connect Core §2 and §3.3.2.11: what only an ID token has.
const OF_ID_TOKENS = ["nonce", "at_hash", "c_hash", "s_hash"] as const;

/**
 * Whether this is an access token (RFC 9068, RFC 8725 §3.11), and of one of `clientIds` where there are
 * any. ID tokens, logout tokens and refresh tokens have the same signature and speak of the same person.
 */
export function isAccessToken(token: JWTVerifyResult, clientIds: readonly string[]): boolean {
  // RFC 8417: a security event, such as a logout, is no permission.
  if ("events" in token.payload) return false;
  return isOfAccess(token) && isOfClients(token.payload, clientIds);
}

function isOfAccess({ payload, protectedHeader }: JWTVerifyResult): boolean {
  const type = protectedHeader.typ?.toLowerCase() ?? "jwt";
  // Keycloak says in the payload what it is, and gave access tokens a nonce, too.
  const kind = payload["typ"];
  if (!TYPES.has(type) || (kind !== undefined && kind !== "Bearer")) return false;
  const isDeclared = kind === "Bearer" || type !== "jwt";
  return isDeclared || !OF_ID_TOKENS.some((claim) => claim in payload);
}

function isOfClients(payload: JWTPayload, clientIds: readonly string[]): boolean {
  if (clientIds.length === 0) return true;
  const named = [payload["azp"], payload["client_id"]].filter((client) => client !== undefined);
  return (
    named.length > 0 &&
    named.every((client) => typeof client === "string" && clientIds.includes(client))
  );
}
