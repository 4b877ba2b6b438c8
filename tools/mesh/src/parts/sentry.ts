import { join } from "node:path";
import { flags } from "../machine/flags.ts";
import { type Place, ROOT } from "../machine/place.ts";
import { answers } from "../machine/probes.ts";
import { bareEnv, type Env, type PartSpec } from "../life/spec.ts";
import { anchorsIn, credentialsIn, jwksIn, tokenFileOf, TRUST_DOMAIN } from "./identity.ts";

interface SentryPorts {
  readonly sentry: number;
  readonly health: number;
  readonly metrics: number;
}

/** The certificate authority. It makes its own credentials at its first start; they last a year. */
export function sentryPart(place: Place, ports: SentryPorts): PartSpec {
  const { folder, runtime } = place;
  const args = flags({
    mode: "standalone",
    config: join(ROOT, "dapr", "sentry-on-one-machine.yaml"),
    "issuer-credentials": credentialsIn(folder),
    "trust-domain": TRUST_DOMAIN,
    "listen-address": "127.0.0.1",
    port: ports.sentry,
    "healthz-listen-address": "127.0.0.1",
    "healthz-port": ports.health,
    "metrics-listen-address": "127.0.0.1",
    "metrics-port": ports.metrics,
  });
  return {
    name: "sentry",
    command: [runtime.sentry, ...args],
    env: {
      ...bareEnv(),
      NAMESPACE: "default",
      SENTRY_JWKS_FILE: jwksIn(folder),
      ...certificatesLast(place),
    },
    needs: [],
    ports: { ...ports },
    ready: async () => answers(`http://127.0.0.1:${ports.health}/healthz`),
    stopSignal: "SIGTERM",
    graceMs: 5_000,
  };
}

// Certificates are renewed when half of their time is over, counted with the skew before it: it must be the smaller part.
const certificatesLast = ({ identitiesLastMs: ms }: Place) =>
  ms === undefined
    ? { CERTIFICATES_LAST: "24h", CLOCK_SKEW: "15m" }
    : { CERTIFICATES_LAST: `${ms}ms`, CLOCK_SKEW: `${ms / 10}ms` };

/** How a part of Dapr proves to sentry who it is, and knows sentry and its peers. */
export const sentryEnv = (folder: string, appId: string): Env => ({
  NAMESPACE: "default",
  DAPR_TRUST_ANCHORS_FILE: anchorsIn(folder),
  DAPR_SENTRY_TOKEN_FILE: tokenFileOf(folder, appId),
});
