import { type ServiceName } from "@todo-mesh/contracts";
import { type CallMethod, CALLS } from "@todo-mesh/contracts/calls";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { APPS_TRUST_DOMAIN } from "../parts/identity.ts";

const SECRET_STORE = "secretstore";

/** What differs from app to app in Dapr's configuration. */
export interface Rights {
  readonly appId: string;
  /** Of the secret store; none, unless named. */
  readonly secrets?: readonly string[];
  /** Apps that may call anything on it; else only what `CALLS` says. */
  readonly callers?: readonly string[];
  /** Without it nobody can be told apart, and nobody is asked. */
  readonly mtls?: boolean;
}

const Common = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    secrets: z.looseObject({ scopes: z.array(z.looseObject({ storeName: z.string() })) }),
  }),
});

/** The configuration of one app: what is common to all, its secrets, and who may call what on it. */
export function configurationOf(rights: Rights, common: string): string {
  const { appId, secrets = [], mtls = true } = rights;
  const { metadata, spec, ...head } = Common.parse(parse(common));
  const scopes = spec.secrets.scopes.map((scope) =>
    scope.storeName === SECRET_STORE ? { ...scope, allowedSecrets: [...secrets] } : scope,
  );
  return stringify({
    ...head,
    metadata: { ...metadata, name: appId },
    spec: { ...spec, secrets: { scopes }, ...(mtls && { accessControl: accessTo(rights) }) },
  });
}

function accessTo({ appId, callers = [] }: Rights) {
  const agreed = new Set(CALLS.filter(({ app }) => app === appId).flatMap((call) => call.callers));
  const policies = [
    ...callers.map((caller) => ({ ...policyFor(caller), defaultAction: "allow" })),
    ...Array.from(agreed, (caller) => ({
      ...policyFor(caller),
      operations: operationsOf(appId, caller),
    })),
  ];
  return { defaultAction: "deny", trustDomain: APPS_TRUST_DOMAIN, policies };
}

const policyFor = (appId: string) => ({
  appId,
  defaultAction: "deny",
  trustDomain: APPS_TRUST_DOMAIN,
  namespace: "default",
});

function operationsOf(appId: string, caller: ServiceName) {
  const verbs = new Map<string, Set<CallMethod>>();
  for (const { app, callers, method, path } of CALLS) {
    if (app !== appId || !callers.includes(caller)) continue;
    const name = patternOf(path);
    verbs.set(name, (verbs.get(name) ?? new Set()).add(method));
  }
  return Array.from(verbs, ([name, found]) => ({ name, httpVerb: [...found], action: "allow" }));
}

// A person's id may hold a slash, which the sidecar decodes: the pattern ends where the first one
// begins, and the callee looks at the rest.
const patternOf = (path: string): string => path.replace(/\/:.*$/, "/**");
