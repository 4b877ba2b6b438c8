import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { scopedComponent } from "../src/plan/scopes.ts";
import { configurationOf } from "../src/plan/configuration.ts";
import { scopedComponents, serviceConfigurations } from "../src/plan/configuration-files.ts";

const COMMON = `
metadata: { name: common }
spec: { secrets: { scopes: [{ storeName: secretstore, defaultAccess: deny }] } }`;

const Policy = z.object({
  appId: z.string(),
  defaultAction: z.string(),
  operations: z
    .array(z.object({ name: z.string(), httpVerb: z.array(z.string()), action: z.string() }))
    .optional(),
});
const Made = z.object({
  spec: z.object({
    secrets: z.object({
      scopes: z.array(
        z.object({
          defaultAccess: z.literal("deny"),
          allowedSecrets: z.array(z.string()).optional(),
        }),
      ),
    }),
    accessControl: z.object({ defaultAction: z.literal("deny"), policies: z.array(Policy) }),
  }),
});
const made = (text: string) => Made.parse(parse(text)).spec;

const files = [...serviceConfigurations()].map(
  ([file, text]) => [basename(file, ".yaml"), file, text] as const,
);

test.each(files)("the file of %s is what `pnpm configurations` makes", (_, file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});

test.each([...scopedComponents()])(
  "who may use the component of %s is what the table of listeners says",
  (file, text) => {
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(parse(text)).toMatchObject({ scopes: ["chat-api"] });
  },
);

test("whoever does not listen by a component any more may not use it", () => {
  const before = "# kept\nkind: Component\nscopes:\n  - reminder-service\n  - chat-api\n";
  expect(scopedComponent(before, "pubsub-broadcast")).toBe(
    "# kept\nkind: Component\nscopes:\n  - chat-api\n",
  );
});

test("there is no file of a service that is none", () => {
  const [first] = files;
  expect(readdirSync(dirname(first?.[1] ?? "")).toSorted()).toEqual(
    files.map(([name]) => `${name}.yaml`).toSorted(),
  );
});

test("each service is called by those of the table alone, and only chat-api reads a secret", () => {
  const rights = Object.fromEntries(
    files.map(([name, , text]) => {
      const { secrets, accessControl } = made(text);
      const calls = accessControl.policies.map(({ appId, defaultAction, operations = [] }) => [
        appId,
        defaultAction,
        ...operations.map((one) => `${one.action} ${one.httpVerb.join()} ${one.name}`),
      ]);
      return [name, [secrets.scopes.flatMap((one) => one.allowedSecrets ?? []), calls]];
    }),
  );
  expect(rights).toEqual({
    "chat-api": [["auth-dev-secret"], [["reminder-service", "deny", "allow POST /tasks/standing"]]],
    "notification-service": [[], [["chat-api", "deny", "allow GET,POST /inbox/**"]]],
    "reminder-service": [[], []],
  });
});

test("an app of a test is called by nobody and reads nothing, unless it says so", () => {
  expect(made(configurationOf({ appId: "probe" }, COMMON)).accessControl.policies).toEqual([]);
  const open = made(configurationOf({ appId: "x", secrets: ["s"], callers: ["y"] }, COMMON));
  expect(open.accessControl.policies).toMatchObject([{ appId: "y", defaultAction: "allow" }]);
  expect(open.secrets.scopes[0]?.allowedSecrets).toEqual(["s"]);
});
