import { describe, expect, test } from "@jest/globals";
import { type ErrorKind, kindOf } from "../errors.ts";
import type { Invoker } from "../index.ts";
import type { Json } from "../state-store.ts";
import { ODD_VALUES } from "./odd.ts";
import { during, failureOf, type Outage } from "./outage.ts";

/** What a callee under test received. `path` has its query, no leading slash, and is still encoded. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly body?: Json | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** How the callee under test answers; undefined stands for an empty body, `"never"` for no answer at all. */
export type CalleeAnswer = { readonly status: number; readonly body?: Json | undefined } | "never";

export interface InvokerUnderTest {
  readonly invoker: () => Invoker;
  /** The app that answers every call as `conformingCallee` says. */
  readonly app: string;
  /** An app that there is not. */
  readonly nobody: string;
  /** Whether what the callee says of its refusal reaches the caller. */
  readonly carriesWords: boolean;
  /** Takes `app` away. */
  readonly outage: Outage;
}

/** `echo/…` gives the call back, `status/404` a problem of that status, `empty` nothing, `slow` never. */
export function conformingCallee(call: ReceivedCall): CalleeAnswer {
  const [what, rest] = call.path.split("/", 2);
  if (what === "slow") return "never";
  if (what === "empty") return { status: 204 };
  const status = Number(rest);
  if (what === "status") return { status, body: problemOf(status) };
  const { method, path, body, idempotencyKey } = call;
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  return { status: 200, body: { method, path, body, ...key } };
}

const problemOf = (status: number): Json => ({
  type: "about:blank",
  title: `status ${status}`,
  status,
  detail: `The callee says ${status} 🦉`,
  errors: [{ field: "due.timezone", message: "not an IANA time zone" }],
});

export function invokerConformance(name: string, subject: InvokerUnderTest): void {
  describe(`invoker: ${name}`, () => {
    callsArriveUnchanged(subject);
    methodsAndKeysArrive(subject);
    refusalsKeepTheirKind(subject);
    calleesThatDoNotAnswer(subject);
  });
}

function callsArriveUnchanged({ invoker, app }: InvokerUnderTest): void {
  test("a body arrives as it was sent, and the answer comes back", async () => {
    const body: Json = { values: [...ODD_VALUES] };
    const answer = await invoker().invoke({ app, method: "POST", path: "echo", body });
    expect(answer).toEqual({ method: "POST", path: "echo", body });
  });

  test("a body of 1 MB arrives whole", async () => {
    const body = { text: "ü".repeat(500_000) };
    expect(await invoker().invoke({ app, method: "POST", path: "echo", body })).toMatchObject({
      body,
    });
  });

  test("an empty answer is undefined", async () => {
    expect(
      await invoker().invoke({ app, method: "POST", path: "empty", body: {} }),
    ).toBeUndefined();
  });

  test.each(ODD_SEGMENTS)(
    "the path segment %j arrives as it was encoded, and so does the query",
    async (odd) => {
      const path = `echo/${encodeURIComponent(odd)}/x?q=${encodeURIComponent(odd)}&limit=1`;
      expect(await invoker().invoke({ app, method: "GET", path })).toMatchObject({ path });
    },
  );

  test.each(["echo/..", "../echo", "echo/./x", "echo/%2e%2E/x", "/echo", "echo#x", "echo x"])(
    "the path %j, which might end up elsewhere, is refused as invalid",
    async (path) => {
      const call = { app, method: "GET", path } as const;
      expect(await failureOf(() => invoker().invoke(call))).toBe("invalid");
    },
  );
}

function methodsAndKeysArrive({ invoker, app }: InvokerUnderTest): void {
  test.each(["GET", "DELETE"] as const)("a %s arrives as one, without a body", async (method) => {
    const answer = await invoker().invoke({ app, method, path: "echo?q=1" });
    expect(answer).toEqual({ method, path: "echo?q=1" });
  });

  test.each(["POST", "PUT", "PATCH"] as const)(
    "a %s arrives as one, with its body",
    async (method) => {
      const answer = await invoker().invoke({ app, method, path: "echo", body: { a: 1 } });
      expect(answer).toEqual({ method, path: "echo", body: { a: 1 } });
    },
  );

  test("the key under which a call is done once goes along", async () => {
    const idempotencyKey = "a key: 1";
    const call = { app, method: "POST", path: "echo", body: {}, idempotencyKey } as const;
    expect(await invoker().invoke(call)).toMatchObject({ idempotencyKey });
  });
}

const ODD_SEGMENTS = [
  "a/b",
  "a b",
  "50%",
  "%2F",
  "a?b#c",
  "ü漢🦉",
  "a+b&c=d;e",
  "a..b",
  "...",
  "'\"<>|\\",
];

const KINDS: readonly (readonly [number, ErrorKind])[] = [
  [400, "invalid"],
  [401, "unauthenticated"],
  [403, "forbidden"],
  [404, "not-found"],
  [409, "conflict"],
  [412, "stale"],
  [413, "too-large"],
  [422, "key-reused"],
  [429, "too-many"],
];

function refusalsKeepTheirKind({ invoker, app, carriesWords }: InvokerUnderTest): void {
  const refusalOf = async (status: number): Promise<unknown> =>
    invoker()
      .invoke({ app, method: "POST", path: `status/${status}`, body: {} })
      .catch((error: unknown) => error);

  test.each(KINDS)("a %d of the callee is an error of kind %s", async (status, kind) => {
    expect(kindOf(await refusalOf(status))).toBe(kind);
  });

  test("a refusal is in the callee's own words, where they reach the caller", async () => {
    expect(await refusalOf(409)).toMatchObject(
      carriesWords
        ? {
            message: "The callee says 409 🦉",
            fields: [{ field: "due.timezone", message: "not an IANA time zone" }],
          }
        : { message: `${app} answered 409`, fields: [] },
    );
  });

  test.each([500, 502, 503])("a %d of the callee is unavailable", async (status) => {
    const call = { app, method: "GET", path: `status/${status}` } as const;
    expect(await failureOf(() => invoker().invoke(call))).toBe("unavailable");
  });
}

function calleesThatDoNotAnswer({ invoker, app, nobody, outage }: InvokerUnderTest): void {
  test("an app that there is not is unavailable", async () => {
    expect(
      await failureOf(() => invoker().invoke({ app: nobody, method: "GET", path: "echo" })),
    ).toBe("unavailable");
  });

  test("a callee that never answers is unavailable once the time is up", async () => {
    const start = performance.now();
    const call = { app, method: "GET", path: "slow", timeoutMs: 300 } as const;
    expect(await failureOf(() => invoker().invoke(call))).toBe("unavailable");
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test("a callee that is away is unavailable", async () => {
    const call = { app, method: "GET", path: "echo" } as const;
    await during(outage, async () => {
      expect(await failureOf(() => invoker().invoke(call))).toBe("unavailable");
    });
  });
}
