import { AppError } from "@todo-mesh/ports";
import { type JSONWebKeySet, jwtVerify } from "jose";
import { z } from "zod";
import { isAccessToken } from "./access-token.ts";
import { isLoopback } from "./loopback.ts";
import { providerKeys } from "./provider-keys.ts";
import { ALWAYS, userIn, type VerifyToken } from "./verifiers.ts";

// Asymmetric only: whoever can check a token must not be able to make one.
const ALGORITHMS = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");
const TIMEOUT_MS = 5_000;
const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

interface Provider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl?: string | undefined;
  /** The clients whose tokens are taken; none: those of every client that the provider gives the audience to. */
  readonly clientIds?: readonly string[] | undefined;
}

/**
 * Accepts the tokens of an OpenID Connect provider. Its keys are looked up at the first token, by
 * OpenID Connect Discovery 1.0 §4 unless `jwksUrl` says where they are, and renewed as they rotate.
 */
export function oidcVerifier(
  provider: Provider,
  nowMs: () => number = () => performance.now(),
): VerifyToken {
  const { issuer, audience, clientIds = [] } = provider;
  const checks = { ...ALWAYS, issuer, audience, algorithms: ALGORITHMS };
  safeUrl(provider.jwksUrl ?? issuer);
  const keys = providerKeys(() => keysOf(provider), nowMs);
  return (token) =>
    userIn(
      token,
      () => jwtVerify(token, keys, checks),
      (verified) => isAccessToken(verified, clientIds),
    );
}

async function keysOf({ issuer, jwksUrl }: Provider): Promise<JSONWebKeySet> {
  return Jwks.parse(await read(safeUrl(jwksUrl ?? (await discover(issuer)))));
}

async function discover(issuer: string): Promise<string> {
  const where = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const found = Discovery.parse(await read(where));
  if (found.issuer !== issuer)
    throw new AppError("unavailable", "The sign-in provider calls itself by another issuer name");
  return found.jwks_uri;
}

async function read(where: string | URL): Promise<unknown> {
  const response = await fetch(where, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
  });
  if (!response.ok)
    throw new AppError("unavailable", `The sign-in provider answered ${response.status}`);
  return response.json();
}

// Keys fetched over plain HTTP are anybody's keys.
function safeUrl(text: string): URL {
  const url = new URL(text);
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)))
    return url;
  throw new Error(`The sign-in provider must be reached over https, not ${url.origin}`);
}
