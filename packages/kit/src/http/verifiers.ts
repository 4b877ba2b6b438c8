import { createSecretKey, type KeyObject, randomUUID } from "node:crypto";
import { UserId } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { errors, type JWTVerifyResult, jwtVerify, type JWTVerifyOptions, SignJWT } from "jose";

/** Who a token speaks for. Rejects with `unauthenticated`, or `unavailable` if the keys cannot be had. */
export type VerifyToken = (token: string) => Promise<UserId>;

const ISSUER = "todo-mesh-dev";
/** What a token of the mesh's own is for: to ask for data, to sign a page in by a link, to keep it signed in. */
const AUDIENCES = { access: "todo-mesh", link: "todo-mesh-link", renewal: "todo-mesh-renewal" };
export type DevUse = keyof typeof AUDIENCES;
const MIN_SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]+={0,2}$/;
// Headers that carry, or point to, a key of the sender's own choosing.
const FOREIGN_KEYS = ["jwk", "jku", "x5c", "x5u"] as const;

/** What holds for every token, whoever signed it. */
export const ALWAYS = {
  requiredClaims: ["exp", "sub"],
  clockTolerance: 5,
} as const satisfies JWTVerifyOptions;

/** Accepts the mesh's own tokens for one use: HS256 under `secret`, base64url of at least 32 bytes. */
export function devVerifier(secret: string, use: DevUse = "access"): VerifyToken {
  const key = keyOf(secret);
  const expected = { ...ALWAYS, issuer: ISSUER, audience: AUDIENCES[use], algorithms: ["HS256"] };
  return async (token) => userIn(token, () => jwtVerify(token, key, expected));
}

/** A token of the mesh's own for `user`, no two the same; `expiresIn` such as `"30d"` or `"15m"`. */
export async function signDevToken(
  secret: string,
  { user, use = "access", expiresIn = "30d" }: { user: UserId; use?: DevUse; expiresIn?: string },
): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCES[use])
    .setJti(randomUUID())
    .setSubject(UserId.parse(user))
    .setIssuedAt()
    .setExpirationTime(expiresIn)
    .sign(keyOf(secret));
}

function keyOf(secret: string): KeyObject {
  const key = SECRET.test(secret) ? Buffer.from(secret, "base64url") : Buffer.alloc(0);
  if (key.length < MIN_SECRET_BYTES)
    throw new Error("The secret auth-dev-secret must be base64url of at least 32 random bytes");
  return createSecretKey(key);
}

/** Runs a verification and reads the user out of it. Which check failed is not the sender's business. */
export async function userIn(
  token: string,
  verify: () => Promise<JWTVerifyResult>,
  accepts: (verified: JWTVerifyResult) => boolean = () => true,
): Promise<UserId> {
  if (!isCanonical(token)) throw notValid();
  const verified = await verify().catch((cause: unknown) => {
    throw refusalOf(cause);
  });
  const user = UserId.safeParse(verified.payload.sub);
  const hasForeignKey = FOREIGN_KEYS.some((name) => name in verified.protectedHeader);
  if (!user.success || hasForeignKey || !accepts(verified)) throw notValid();
  return user.data;
}

// RFC 7515 §2: base64url without padding. Decoders take more, and so would let one token be written in many ways.
const isCanonical = (token: string): boolean =>
  token.split(".").every((part) => Buffer.from(part, "base64url").toString("base64url") === part);

// Trouble in fetching the provider's keys is ours, not the sender's.
const OURS = new Set([
  "ERR_JOSE_GENERIC",
  errors.JWKSTimeout.code,
  errors.JWKSInvalid.code,
  errors.JWKInvalid.code,
]);

function refusalOf(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof errors.JWTExpired)
    return new AppError("unauthenticated", "The token has expired: sign in again", { cause });
  if (cause instanceof errors.JOSEError && !OURS.has(cause.code)) return notValid(cause);
  return new AppError("unavailable", "The keys of the sign-in provider cannot be read now", {
    cause,
  });
}

const notValid = (cause?: unknown): AppError =>
  new AppError("unauthenticated", "The token is not valid: sign in again", { cause });
