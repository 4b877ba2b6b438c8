import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { z } from "zod";
import { until } from "@todo-mesh/ports/testing";
import { person } from "../support/person.ts";

const Heard = z.array(
  z.object({
    type: z.string(),
    title: z.string(),
    standing: z.looseObject({ refused: z.number().optional() }),
  }),
);

export function otherLanguages(mesh: () => Mesh): void {
  test("hears of a new task through its own sidecar, and may call chat-api only when the table of calls names it", async () => {
    const tom = await person(mesh(), "tom");
    await tom.addTask("read about Dapr", 3_600_000);
    const { meshUrl, appToken } = mesh().doors("python-listener");
    const heard = await until("Python heard of it", async () => {
      const answer = await fetch(`${meshUrl}/heard`, { headers: { "dapr-api-token": appToken } });
      return Heard.parse(await answer.json()).find(({ title }) => title === "read about Dapr");
    });
    expect(heard).toMatchObject({ type: "todo.task.created.v1", standing: { refused: 403 } });
  });
}
