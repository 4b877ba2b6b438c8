import { createHmac, createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SERVICES } from "@todo-mesh/contracts";
import { innerFolder, type Place } from "../machine/place.ts";

/** Of what belongs to Dapr itself; apps are of the other. */
export const TRUST_DOMAIN = "localhost";
export const APPS_TRUST_DOMAIN = "public";
export const SCHEDULER = "dapr-scheduler";

const AUDIENCE = `spiffe://${TRUST_DOMAIN}/ns/default/dapr-sentry`;
const KEY_ID = "mesh";
const DAY_S = 24 * 60 * 60;
// Whoever has not heard from the keeper for as long gets no new certificate.
const TOKEN_LASTS_MS = 30 * DAY_S * 1_000;
// Sentry takes a token for so long after its end.
const SENTRY_WAITS_S = 5 * 60;
const LONGEST_ROUND_MS = 60 * 60 * 1_000;
const ROUNDS_OF_A_TOKEN = 3;
const RENEW_WITHIN_MS = 60 * DAY_S * 1_000;

const sentryFolderIn = (folder: string): string => join(folder, "sentry");
export const credentialsIn = (folder: string): string => join(sentryFolderIn(folder), "issuer");
export const anchorsIn = (folder: string): string => join(credentialsIn(folder), "ca.crt");
// Apart from the credentials: sentry watches the folder that it lies in.
export const jwksIn = (folder: string): string => join(sentryFolderIn(folder), "keys", "jwks.json");
const tokensIn = (folder: string): string => join(sentryFolderIn(folder), "tokens");
export const tokenFileOf = (folder: string, appId: string): string =>
  join(tokensIn(folder), `${appId}.jwt`);

type Here = Pick<Place, "folder" | "secrets" | "identitiesLastMs">;

/** Before anything runs: folders, the key that sentry checks tokens with, and credentials that will last. */
export function prepareIdentities({ folder, secrets }: Here, now = Date.now()): void {
  innerFolder(sentryFolderIn(folder));
  if (!credentialsAreGood(folder, now))
    rmSync(credentialsIn(folder), { recursive: true, force: true });
  innerFolder(credentialsIn(folder));
  innerFolder(join(sentryFolderIn(folder), "keys"));
  innerFolder(tokensIn(folder));
  const k = secrets["sentry-token-key"];
  write(jwksIn(folder), JSON.stringify({ keys: [{ kty: "oct", kid: KEY_ID, alg: "HS256", k }] }));
}

/** Gives each app a token that lets it, and nobody else, have certificates in its name. Safe to repeat. */
export function renewTokens(here: Here, appIds: Iterable<string>, now = Date.now()) {
  const { folder, secrets, identitiesLastMs = TOKEN_LASTS_MS } = here;
  const end = now + identitiesLastMs;
  // The services have theirs also where the Dapr CLI starts them.
  for (const appId of new Set([SCHEDULER, ...SERVICES, ...appIds]))
    write(
      tokenFileOf(folder, appId),
      signed(secrets["sentry-token-key"], subjectOf(appId), { now, end }),
    );
}

/** How often tokens are to be renewed: each while the one before is good for a long time yet. */
export const tokenRoundMs = ({ identitiesLastMs = TOKEN_LASTS_MS }: Here): number =>
  Math.min(LONGEST_ROUND_MS, identitiesLastMs / ROUNDS_OF_A_TOKEN);

const subjectOf = (appId: string): string =>
  `spiffe://${appId === SCHEDULER ? TRUST_DOMAIN : APPS_TRUST_DOMAIN}/ns/default/${appId}`;

/**
 * Whether sentry's credentials belong together, hold by now and do so for two months more; it makes them for a year.
 * Sentry replaces none that are there: with others than these it does not start, or signs what nobody believes.
 */
export function credentialsAreGood(folder: string, now = Date.now()): boolean {
  const read = (name: string): Buffer => readFileSync(join(credentialsIn(folder), name));
  try {
    const [anchor, issuer] = [read("ca.crt"), read("issuer.crt")].map(
      (pem) => new X509Certificate(pem),
    );
    if (!anchor || !issuer) return false;
    return (
      [anchor, issuer].every((certificate) => holds(certificate, now)) &&
      issuer.verify(anchor.publicKey) &&
      issuer.checkPrivateKey(createPrivateKey(read("issuer.key")))
    );
  } catch {
    return false;
  }
}

const holds = ({ validFrom, validTo }: X509Certificate, now: number): boolean =>
  Date.parse(validFrom) <= now && Date.parse(validTo) - now > RENEW_WITHIN_MS;

// Issued a day ago: whatever was issued in sentry's future is refused, and a clock may be set back.
function signed(key: string, sub: string, { now, end }: { now: number; end: number }): string {
  const [iat, exp] = [Math.floor(now / 1_000) - DAY_S, Math.floor(end / 1_000) - SENTRY_WAITS_S];
  const parts = [
    { alg: "HS256", typ: "JWT", kid: KEY_ID },
    { sub, aud: AUDIENCE, iat, exp },
  ];
  const text = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const bytes = Buffer.from(key, "base64url");
  return `${text}.${createHmac("sha256", bytes).update(text).digest("base64url")}`;
}

/** Whoever reads it meanwhile finds the old one whole, or the new one. */
function write(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
