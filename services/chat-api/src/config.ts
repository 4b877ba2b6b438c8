import { assertDevModeIsPrivate } from "@todo-mesh/kit";
import { meshEnv, meshSettings } from "@todo-mesh/service";
import { z } from "zod";
import type { AuthMode } from "./outbound/sign-in.ts";
import { MB, quotaEnv, quotasOf, whole } from "./quota-env.ts";

const url = z.url({ protocol: /^https?$/, error: "give an http or https address" });

/** A model that answers in the chat; without an address there is none. */
const modelEnv = {
  MODEL_BASE_URL: url.optional(),
  MODEL: z.string().min(1, "give the name of the model").optional(),
  MODEL_PROFILE: z
    .enum(["full", "small", "json"], { error: "give full, small or json" })
    .default("full"),
  HISTORY_WINDOW: z.coerce.number().int().min(0).max(50, "at most 50 are read").default(50),
  GRAMMAR_FIRST: z.enum(["yes", "no"], { error: "give yes or no" }).default("yes"),
  MODEL_TOKENS_PER_MINUTE: whole("give how many tokens a person may spend in a minute").default(
    4_000,
  ),
  MODEL_TOKENS_BURST: whole("give how many tokens a person may spend at once").default(100_000),
};
const ModelEnv = z.object(modelEnv);

const modelOf = (env: z.output<typeof ModelEnv>) =>
  env.MODEL_BASE_URL !== undefined && env.MODEL !== undefined
    ? {
        baseUrl: env.MODEL_BASE_URL,
        model: env.MODEL,
        profile: env.MODEL_PROFILE,
        historyWindow: env.HISTORY_WINDOW,
        grammarFirst: env.GRAMMAR_FIRST === "yes",
        tokens: { perMinute: env.MODEL_TOKENS_PER_MINUTE, burst: env.MODEL_TOKENS_BURST },
      }
    : undefined;

interface AuthEnv {
  readonly AUTH_MODE: "dev" | "oidc";
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_AUDIENCE?: string | undefined;
  readonly OIDC_JWKS_URL?: string | undefined;
  readonly OIDC_CLIENT_IDS: string;
  readonly OIDC_PAGE_CLIENT_ID?: string | undefined;
  readonly OIDC_PAGE_SCOPE: string;
}

function authOf(env: AuthEnv): AuthMode {
  if (env.AUTH_MODE === "dev") return { mode: "dev" };
  const id = env.OIDC_PAGE_CLIENT_ID;
  const clientIds = env.OIDC_CLIENT_IDS.split(/[\s,]+/).filter(Boolean);
  return {
    mode: "oidc",
    issuer: env.OIDC_ISSUER ?? "",
    audience: env.OIDC_AUDIENCE ?? "",
    jwksUrl: env.OIDC_JWKS_URL,
    // Where only some clients are let in, the page is one of them.
    clientIds: clientIds.length > 0 && id !== undefined ? [...clientIds, id] : clientIds,
    page: id === undefined ? undefined : { id, scope: env.OIDC_PAGE_SCOPE },
  };
}

export const Config = z
  .object({
    ...meshEnv,
    PUBLIC_HOST: z.string().default("127.0.0.1"),
    // The build of packages/chat-ui. None: there is no page.
    PAGE_FOLDER: z.string().optional(),
    PORT: whole("give the port of the public door").max(65_535).default(8080),
    AUTH_MODE: z.enum(["dev", "oidc"], { error: "give dev or oidc" }).default("dev"),
    OIDC_ISSUER: url.optional(),
    OIDC_AUDIENCE: z.string().optional(),
    OIDC_JWKS_URL: url.optional(),
    // None: a token whose audience is ours is taken from any client, for the provider gives audiences out.
    OIDC_CLIENT_IDS: z.string().default(""),
    // None: the page signs nobody in with the provider.
    OIDC_PAGE_CLIENT_ID: z.string().min(1, "give the id of the page's client").optional(),
    OIDC_PAGE_SCOPE: z.string().default("openid offline_access"),
    RATE_LIMIT_PER_MINUTE: whole("give how many units a person may spend in a minute").default(
      6_000,
    ),
    REQUESTS_AT_ONCE: whole("give how many requests of a person run at a time").default(4),
    REQUESTS_WAITING: whole("give how many more requests of a person wait for those").default(32),
    RATE_LIMIT_BURST: whole("give how many units a person may spend without a pause").default(
      1_000,
    ),
    RATE_LIMIT_PER_SECOND: whole(
      "give how many units of a burst a person may spend in a second",
    ).default(120),
    ...quotaEnv,
    KEPT_ANSWERS_PER_DAY: whole(
      "give how many answers under an Idempotency-Key are kept of a person in a day",
    ).default(20_000),
    KEPT_ANSWERS_MB_PER_DAY: whole("give how many MB such answers may take in a day").default(64),
    STALLED_READER_SECONDS: whole(
      "give after how many seconds a reader that stopped reading is let go",
    ).default(60),
    ...modelEnv,
    STATE_TIMEOUT_MS: whole("give how long the state store may take to answer").default(2_000),
  })
  .check(({ value: env, issues }) => {
    const fault = (path: string, message: string): void =>
      void issues.push({ code: "custom", path: [path], message, input: env });
    if ((env.MODEL_BASE_URL === undefined) !== (env.MODEL === undefined))
      fault("MODEL", "give both MODEL_BASE_URL and MODEL, or neither");
    if (env.AUTH_MODE === "oidc") {
      if (!env.OIDC_ISSUER) fault("OIDC_ISSUER", "give the address of the sign-in provider");
      if (!env.OIDC_AUDIENCE) fault("OIDC_AUDIENCE", "give the audience its tokens must name");
      return;
    }
    try {
      assertDevModeIsPrivate(env.PUBLIC_HOST);
    } catch (error) {
      fault("PUBLIC_HOST", error instanceof Error ? error.message : String(error));
    }
  })
  .transform((env) => ({
    ...meshSettings(env),
    public: { host: env.PUBLIC_HOST, port: env.PORT, name: "public door" },
    pageFolder: env.PAGE_FOLDER,
    ...quotasOf(env),
    keptAnswers: {
      perDay: env.KEPT_ANSWERS_PER_DAY,
      bytesPerDay: env.KEPT_ANSWERS_MB_PER_DAY * MB,
    },
    stalledMs: env.STALLED_READER_SECONDS * 1_000,
    stateTimeoutMs: env.STATE_TIMEOUT_MS,
    rate: {
      perMinute: env.RATE_LIMIT_PER_MINUTE,
      burst: env.RATE_LIMIT_BURST,
      perSecond: env.RATE_LIMIT_PER_SECOND,
    },
    atOnce: { most: env.REQUESTS_AT_ONCE, mostWaiting: env.REQUESTS_WAITING },
    auth: authOf(env),
    modelServer: modelOf(env),
  }));
export type Config = z.output<typeof Config>;
