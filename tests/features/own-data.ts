import { expect, test } from "@jest/globals";
import { EraseAnswer, Export } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { Client } from "pg";
import { until } from "@todo-mesh/ports/testing";
import { type Person, person } from "../support/person.ts";

const exportOf = async (who: Person): Promise<Export> =>
  Export.parse((await who.ask("GET", "/export")).json);

/** Every row of the state store that has this text in its key or its value. */
async function rowsWith(mesh: Mesh, text: string): Promise<string[]> {
  const client = new Client({ connectionString: mesh.postgresUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string }>(
      "SELECT key FROM state WHERE expires_at IS NULL AND (key LIKE $1 OR convert_from(value, 'UTF8') LIKE $1)",
      [`%${text}%`],
    );
    return rows.map(({ key }) => key);
  } finally {
    await client.end();
  }
}

export function ownData(mesh: () => Mesh): void {
  test("what a person has chosen holds on every replica, for the chat and for phrases, until they are forgotten", async () => {
    const [uma, umaElsewhere] = [await person(mesh(), "uma"), await person(mesh(), "uma", 1)];
    const choose = { timezone: "Asia/Tokyo", day_first: true };
    expect((await uma.ask("PATCH", "/preferences", { body: choose })).status).toBe(200);
    const meant = await umaElsewhere.ask("POST", "/when", {
      body: { text: "on 3/4/2031 at 8:00" },
    });
    expect(meant.json).toMatchObject({ local: "2031-04-03T08:00:00", timezone: "Asia/Tokyo" });
    await umaElsewhere.ask("POST", "/chat", { body: { message: "add pay on 3/4/2031 at 8:00" } });
    const all = await exportOf(uma);
    expect(all.preferences).toMatchObject({ ...choose, version: 1 });
    expect(all.tasks).toMatchObject([
      { due: { local: "2031-04-03T08:00:00", timezone: "Asia/Tokyo" } },
    ]);
    await uma.ask("DELETE", "/");
    expect((await umaElsewhere.ask("GET", "/preferences")).json).toEqual({ version: 0 });
  });

  test("an export has the tasks, the journal and the conversations, on any replica", async () => {
    const [mia, miaElsewhere] = [await person(mesh(), "mia"), await person(mesh(), "mia", 1)];
    await mia.say("add buy milk");
    await miaElsewhere.say("done with milk");
    const all = await exportOf(miaElsewhere);
    expect(all.tasks).toMatchObject([{ title: "buy milk", status: "done" }]);
    expect(all.changes.map(({ verb }) => verb)).toEqual(["created", "completed"]);
    expect(all.conversations.map(({ messages }) => messages.length)).toEqual([2, 2]);
  });

  test("who is erased leaves nothing behind in any service, is not reminded any more, and may begin anew", async () => {
    const [noa, noaElsewhere] = [
      await person(mesh(), "noa-xyz"),
      await person(mesh(), "noa-xyz", 1),
    ];
    await noa.addTask("ring once xyz", 200);
    await until("it rang", async () => (await noa.inbox()).length === 1);
    expect((await exportOf(noa)).reminders).toMatchObject([
      { title: "ring once xyz", state: "announced" },
    ]);
    await noa.addTask("never ring xyz", 6_000);
    await noaElsewhere.say("add something xyz");
    const answer = EraseAnswer.parse((await noa.ask("DELETE", "/")).json);
    expect(answer).toMatchObject({ tasks: 3, conversations: 1 });
    expect(await exportOf(noaElsewhere)).toMatchObject({
      tasks: [],
      changes: [],
      conversations: [],
    });

    await until("the inbox is empty", async () => (await noa.inbox()).length === 0);
    await until("so are the reminders", async () => {
      const { reminders } = await exportOf(noaElsewhere);
      return reminders.length === 0;
    });
    await until(
      "no lasting row has a trace",
      async () => (await rowsWith(mesh(), "xyz")).length === 0,
    );
    const next = await noaElsewhere.addTask("a new life", 7_000);
    await until("the new one rang", async () => (await noa.inbox()).length > 0);
    expect(await noa.inbox()).toMatchObject([{ task_id: next.id }]);
  });
}
