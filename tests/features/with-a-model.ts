import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { z } from "zod";
import { person } from "../support/person.ts";
import { TALK, toTheModel } from "../support/scripted-model.ts";

const Begun = z.looseObject({ turn_id: z.string() });
const Pending = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

export function withAModel(mesh: () => Mesh): void {
  test("what it wishes to delete waits for a yes, which another replica may take", async () => {
    const moe = await person(mesh(), "moe");
    const elsewhere = await person(mesh(), "moe", 1);
    const { id } = await moe.addTask("cancel the gym");
    const { response } = await moe.say(toTheModel(["delete_task", { task: "cancel the gym" }]));
    expect(response).toContain("move “cancel the gym” to the trash");
    expect(await moe.task(id)).not.toHaveProperty("deleted_at");

    const { items } = Pending.parse((await elsewhere.ask("GET", "/approvals")).json);
    expect(items).toHaveLength(1);
    const decided = await elsewhere.ask("POST", `/approvals/${items[0]?.id}`, {
      body: { decision: "approve" },
    });
    expect(decided).toMatchObject({ status: 200 });
    expect((await moe.ask("GET", `/tasks/${id}`)).status).toBe(404);
    await moe.say("undo that");
    expect(await moe.task(id)).not.toHaveProperty("deleted_at");
  });

  test("while it cannot be reached the grammar answers", async () => {
    const moe = await person(mesh(), "moe");
    await moe.say("add water the cactus");
    expect((await moe.say("cactus, anything?")).response).not.toBe("");
    expect((await moe.say("what's on my list?")).response).toContain("water the cactus");
  });

  test("its answer is heard on another replica while it grows, and stopped from there", async () => {
    const abe = await person(mesh(), "abe");
    const elsewhere = await person(mesh(), "abe", 1);
    const live = await elsewhere.watch();
    const here = await abe.hear("POST", "/chat", { body: { message: TALK } });
    const begun = await live.next("todo.turn.started.v1");
    const turnId = Begun.parse(JSON.parse(begun.data)).turn_id;
    expect(here.seen[0]?.id).toBe(`${turnId}.1`);
    await here.next("text.delta", (words) => words.includes("sentence 2."));
    const there = await elsewhere.hear("GET", `/turns/${turnId}/events`, {});
    await there.next("text.delta", (data) => data.includes("sentence 4."));
    await elsewhere.ask("POST", `/turns/${turnId}/stop`);
    await live.next("todo.turn.ended.v1", (end) => end.includes(`"interrupted":true`));
    live.close();
    const ends = await Promise.all([here, there].map((each) => each.next("turn.finished")));
    expect(ends[0]?.data).toContain("(You stopped me here.)");
    const heard = [here, there].map(({ seen }) => seen.map(({ id, event }) => [id, event]));
    expect(heard[1]).toEqual(heard[0]);
  });
}
