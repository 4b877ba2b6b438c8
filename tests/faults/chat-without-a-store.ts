import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { person } from "../support/person.ts";

export function chatWithoutAStore(mesh: () => Mesh): void {
  test("still answers while the state store is away for 20 s, says so, and recovers by itself", async () => {
    const uma = await person(mesh(), "uma");
    const before = await uma.say("add feed the fish");
    expect(before.degraded).toBeUndefined();
    await mesh().part("postgres").kill();
    const died = Date.now();

    const answer = await uma.say("add feed the cat", { conversation_id: before.conversation_id });
    expect(answer.degraded).toBe(true);
    expect(answer.response).toMatch(/could not|cannot|not kept/i);
    expect(answer.tool_calls.filter(({ name }) => name !== "list_tasks")).not.toContainEqual(
      expect.objectContaining({ result: expect.objectContaining({ title: "feed the cat" }) }),
    );
    const list = await uma.ask("GET", "/tasks");
    expect(list.status).toBe(503);
    expect(Number(list.headers.get("retry-after"))).toBeGreaterThan(0);

    await new Promise((resolve) => setTimeout(resolve, died + 20_000 - Date.now()));
    await mesh().part("postgres").start();
    const recovered = await until("the chat keeps things again", async () => {
      const again = await uma.say("what's on my list?", {
        conversation_id: before.conversation_id,
      });
      return again.degraded ? undefined : again;
    });
    expect(recovered.response).toContain("feed the fish");
    expect(recovered.response).not.toContain("feed the cat");
  }, 120_000);
}
