import { expect, test } from "@jest/globals";
import { type Manifest, manifests } from "./helm.ts";

const PROFILE = { profile: "everything" };

const isJob = ({ kind, metadata: { name } }: Manifest): boolean =>
  kind === "Job" && name.includes("-migration-");

test("the migration goes by the app-id of chat-api, and nobody calls it", async () => {
  const job = (await manifests(PROFILE)).find(isJob);
  const annotations = {
    "dapr.io/app-id": "chat-api",
    "dapr.io/config": "todo-todo-mesh-migration",
    "dapr.io/enable-native-sidecar": "true",
  };
  expect(job).toMatchObject({ spec: { template: { metadata: { annotations } } } });
  // Without a port there is no app to bring events, jobs or calls to.
  expect(JSON.stringify(job)).not.toContain("dapr.io/app-port");
});

test("it goes by the components of the release, and by what chat-api is told that a person may have", async () => {
  const all = await manifests(PROFILE);
  const told = JSON.stringify(all.find(isJob)?.["spec"]);
  for (const name of ["todo-todo-mesh-statestore", "todo-todo-mesh-pubsub"]) {
    expect(all.some(({ kind, metadata }) => kind === "Component" && metadata.name === name)).toBe(
      true,
    );
    expect(told).toContain(`"value":"${name}"`);
  }
  expect(told).toContain('{"name":"TASKS_MB_PER_PERSON","value":"32"}');
});

const byHttp = (name: string) => ({ name, version: "v1", protocol: "http" });

test("it may no more than bring people over", async () => {
  const rights = (await manifests(PROFILE)).find(
    ({ kind, metadata }) =>
      kind === "Configuration" && metadata.name === "todo-todo-mesh-migration",
  );
  expect(rights?.["spec"]).toMatchObject({
    api: { allowed: [byHttp("state"), byHttp("publish"), byHttp("healthz")] },
    accessControl: { defaultAction: "deny" },
    secrets: { scopes: [{ defaultAccess: "deny" }, { defaultAccess: "deny" }] },
  });
});

const nameOf = async (sets: readonly string[]): Promise<string | undefined> =>
  (await manifests({ ...PROFILE, sets })).find(isJob)?.metadata.name;

test("another task is another Job, and who changes something else leaves the one that runs", async () => {
  const copying = await nameOf([]);
  expect(await nameOf(["chatApi.replicas=7"])).toBe(copying);
  expect(await nameOf(['migration.task="verify"'])).not.toBe(copying);
  expect(await nameOf(["migration.enabled=false"])).toBeUndefined();
});
