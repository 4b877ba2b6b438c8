import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { CHART } from "@todo-mesh/chart";
import { chartTools, HELMS, helmSays, lint, PROFILES, template } from "./helm.ts";

const each = PROFILES.flatMap((profile) => HELMS.map((by) => [profile, by] as const));

// Kinds of others, whose schemas come with their operators.
const OF_OTHERS = "ServiceMonitor,PodMonitor,PrometheusRule,HTTPRoute,ScaledObject";

test("the profiles are those that the manual speaks of", () => {
  expect(PROFILES).toEqual([
    "autoscaling",
    "default",
    "everything",
    "ha",
    "laptop",
    "oidc",
    "restricted",
  ]);
});

test.each(each)("%s: %s finds nothing to complain of", async (profile, by) => {
  expect(await lint(profile, by)).toMatchObject({ ok: true });
});

test.each(each)(
  "%s: what %s makes has no field that Kubernetes or Dapr does not know",
  async (profile, by) => {
    const { text, why, ok } = await template({ profile, by });
    expect({ ok, why }).toMatchObject({ ok: true });
    const { kubeconform, schemas } = await chartTools();
    const where = `${schemas}/{{ .Group }}_{{ .ResourceAPIVersion }}_{{ .ResourceKind }}.json`;
    const args = ["-summary", "-strict", "-schema-location", where, "-skip", OF_OTHERS];
    const checked = await helmSays(kubeconform, args, text);
    expect(checked).toMatchObject({ ok: true });
    // It passes over what it has no schema for, and an empty chart is valid, too.
    expect(Number(/Valid: (\d+)/.exec(checked.text)?.[1])).toBeGreaterThan(15);
  },
);

test.each(PROFILES)("%s: Helm 3 and Helm 4 make the same of it", async (profile) => {
  const [four, three] = await Promise.all(HELMS.map(async (by) => template({ profile, by })));
  expect(sorted(three?.text)).toEqual(sorted(four?.text));
});

const sorted = (text = ""): string[] =>
  text
    .split(/^---$/m)
    .map((one) => one.trim())
    .toSorted();

test.each(["kafka", "postgresql", "secrets"])(
  "charts/demo/%s.yaml has no field that Kubernetes does not know, and says what it is for",
  async (name) => {
    const text = readFileSync(join(CHART, "..", "demo", `${name}.yaml`), "utf8");
    expect(text).toMatch(/^# For trials alone/);
    const { kubeconform, schemas } = await chartTools();
    const where = `${schemas}/{{ .Group }}_{{ .ResourceAPIVersion }}_{{ .ResourceKind }}.json`;
    const checked = await helmSays(
      kubeconform,
      ["-summary", "-strict", "-schema-location", where],
      text,
    );
    expect(checked).toMatchObject({
      ok: true,
      text: expect.stringMatching(/Valid: [1-9].*Skipped: 0/),
    });
  },
);

test("a field that a kind does not have is found", async () => {
  const { kubeconform, schemas } = await chartTools();
  const where = `${schemas}/{{ .Group }}_{{ .ResourceAPIVersion }}_{{ .ResourceKind }}.json`;
  const wrong = "apiVersion: v1\nkind: Service\nmetadata: { name: x }\nspec: { prots: [] }\n";
  const checked = await helmSays(kubeconform, ["-strict", "-schema-location", where], wrong);
  expect(checked).toMatchObject({ ok: false, why: expect.stringContaining("prots") });
});

test("the chart's own tests pass", async () => {
  const { unittest } = await chartTools();
  expect(await helmSays(unittest, ["--strict", CHART])).toMatchObject({ ok: true });
});
