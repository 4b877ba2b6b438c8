import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { REMINDERS_TOPIC } from "@todo-mesh/contracts/events";
import { type Mesh, operatorAccess } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { execa } from "execa";
import { Kafka, logLevel } from "kafkajs";
import { broker } from "../support/broker.ts";
import { person } from "../support/person.ts";

const CLI = fileURLToPath(new URL("../../tools/dlq/src/cli.ts", import.meta.url));
const LETTERS = `${REMINDERS_TOPIC}.dlq`;

const due = (user_id: string, title: string) => {
  const id = crypto.randomUUID();
  const [reminder_id, task_id] = [crypto.randomUUID(), crypto.randomUUID()];
  const now = new Date().toISOString();
  const about = { user_id, occurrence_id: id, reminder_id, task_id, task_version: 1, title };
  const data = { ...about, due_at: now, timezone: "UTC", announced_at: now, late: false };
  const type = "todo.reminder.due.v1";
  return { id, value: JSON.stringify({ specversion: "1.0", id, source: "tests", type, data }) };
};

/** What `make dlq` runs, by whoever started this mesh. */
const dlqOf =
  (mesh: Mesh) =>
  async (...args: string[]) => {
    const env = { MESH_DIR: mesh.folder };
    const { exitCode, stdout, stderr } = await execa(
      process.execPath,
      ["--conditions=@todo-mesh/source", CLI, ...args, "--json"],
      { env, reject: false },
    );
    const json: unknown = stdout === "" ? undefined : JSON.parse(stdout);
    return { exitCode, stderr, json };
  };

export function deadLettersByHand(mesh: () => Mesh): void {
  test("a dead letter is found, shown and replayed; replayed once more it changes nothing", async () => {
    const kit = await person(mesh(), "kit-of-the-letters");
    const dlq = dlqOf(mesh());
    const kafka = broker(mesh());
    const { id, value } = due(kit.user, "from the dead letters");
    const headers = { dead_letter_kind: "unavailable", dead_letter_reason: "for a test" };
    await kafka.put(LETTERS, [{ key: kit.user, value, headers }]);
    const titles = async () => (await kit.inbox()).map(({ title }) => title);

    const { json: listed } = await dlq("list");
    expect(listed).toMatchObject({
      topics: expect.arrayContaining([
        expect.objectContaining({
          topic: REMINDERS_TOPIC,
          count: (await kafka.all(LETTERS)).length,
          kinds: expect.objectContaining({ unavailable: expect.any(Number) }),
        }),
      ]),
    });
    const { json: shown } = await dlq("show", REMINDERS_TOPIC, "--user", kit.user);
    expect(shown).toMatchObject({ letters: [{ id, key: kit.user, headers, body: value }] });

    const replay = async (...more: string[]) =>
      dlq("replay", REMINDERS_TOPIC, "--user", kit.user, ...more);
    const before = (await kafka.all(REMINDERS_TOPIC)).length;
    expect((await replay("--dry-run")).json).toMatchObject({
      dry_run: true,
      replayed: [expect.anything()],
    });
    expect((await kafka.all(REMINDERS_TOPIC)).length).toBe(before);
    expect((await replay()).json).toMatchObject({ dry_run: false, replayed: [expect.anything()] });
    await until("it is shown", async () => (await titles()).length === 1);

    expect((await replay()).exitCode).toBe(0);
    // Under the same key, so it is handled after it.
    const next = due(kit.user, "right behind it");
    await kafka.put(REMINDERS_TOPIC, [{ key: kit.user, value: next.value }]);
    await until("what came behind it is shown", async () =>
      (await titles()).includes("right behind it"),
    );
    expect((await titles()).toSorted()).toEqual(["from the dead letters", "right behind it"]);
  });

  test("what is not there is said, and the operator of dead letters may do nothing else in Kafka", async () => {
    const none = await dlqOf(mesh())("show", REMINDERS_TOPIC, "--id", "nobody's");
    expect(none).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/Nothing matches/) });
    const down = await execa(process.execPath, ["--conditions=@todo-mesh/source", CLI], {
      env: { MESH_DIR: `${mesh().folder}/elsewhere` },
      reject: false,
    });
    expect(down.stderr).toContain("make up");

    const access = operatorAccess({ MESH_DIR: mesh().folder });
    const producer = new Kafka({
      ...access,
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
    }).producer();
    await producer.connect();
    const written = producer.send({ topic: LETTERS, messages: [{ value: "forged" }] });
    await expect(written).rejects.toThrow(/authori[sz]ed/i);
    await producer.disconnect();
  });
}
