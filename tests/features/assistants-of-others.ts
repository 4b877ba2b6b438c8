import { expect, test } from "@jest/globals";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { ChatAnswer } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { person } from "../support/person.ts";

const Result = z.object({
  structuredContent: z.object({
    result: z.looseObject({ outcome: z.string(), approval_id: z.uuid().optional() }),
    said: z.string(),
  }),
});

/** The tools of one replica, as a person's own assistant calls them. */
async function assistant(mesh: Mesh, user: string, replica: number) {
  const authorization = `Bearer ${await mesh.token(user)}`;
  const url = new URL(`${mesh.publicUrl(replica)}/mcp?timezone=UTC`);
  const client = new Client({ name: "an assistant", version: "1" });
  const requestInit = { headers: { authorization } };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
  return async (name: string, given: Record<string, unknown> = {}) =>
    Result.parse(await client.callTool({ name, arguments: given })).structuredContent;
}

export function assistantsOfOthers(mesh: () => Mesh): void {
  test("what is added by a tool at one replica rings, and is deleted by the yes at another, and taken back", async () => {
    const una = await person(mesh(), "mcp-una", 1);
    const here = await assistant(mesh(), "mcp-una", 0);
    const there = await assistant(mesh(), "mcp-una", 1);
    const added = await here("add_task", { title: "blink", when: "in 3 seconds", remind: true });
    expect(added.result.outcome).toBe("added");
    await until("it rang", async () => (await una.inbox()).length === 1);

    const asked = await there("delete_task", { task: "blink" });
    expect(asked.result.outcome).toBe("approval-needed");
    expect((await here("list_tasks", { which: "open" })).result).toMatchObject({ total: 1 });
    const { json } = await una.ask("POST", `/approvals/${asked.result.approval_id}`, {
      body: { decision: "approve" },
    });
    expect(ChatAnswer.parse(json).decided?.status).toBe("approved");
    expect((await here("list_tasks", { which: "open" })).result).toMatchObject({ total: 0 });
    expect((await there("undo")).result.outcome).toBe("undone");
    expect((await here("list_tasks", { which: "open" })).result).toMatchObject({ total: 1 });
  });
}
