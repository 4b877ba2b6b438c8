import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { EVENTS } from "@todo-mesh/contracts/documents";
import { SOURCES, TASK_EVENTS } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { z } from "zod";
import { until } from "@todo-mesh/ports/testing";
import { broker, isByTests } from "../support/broker.ts";
import { person } from "../support/person.ts";

const DOCS = new URL("../../docs/", import.meta.url);
const TYPES = EVENTS.map(({ contract }) => contract.type).toSorted();
const Told = z.looseObject({ type: z.string(), data: z.looseObject({ user_id: z.string() }) });
const Listens = z.array(z.looseObject({ topic: z.string() }));
const Operations = z.object({
  operations: z.record(
    z.string(),
    z.object({ action: z.string(), channel: z.object({ $ref: z.string() }) }),
  ),
});

/** Comes last, so that it sees what all the others made. */
export function everyEvent(mesh: () => Mesh): void {
  test("all that the services told since the mesh began is as docs/events says, and nothing is left untold", async () => {
    await doEverything();
    const kafka = broker(mesh());
    const seen = await until("every type was told", async () => {
      const messages = await Promise.all(Object.keys(SOURCES).map((topic) => kafka.all(topic)));
      const ours = messages.flat().filter((message) => !isByTests(message));
      return TYPES.every((type) => ours.some(({ value }) => value?.includes(`"${type}"`))) && ours;
    });

    const faultsOf = await judge();
    const faults = seen.flatMap(({ key, value }) => faultsOf(key?.toString(), value?.toString()));
    expect(faults.slice(0, 10)).toEqual([]);
  });

  test("each service listens to the topics that docs/asyncapi.yaml says, and to no other", async () => {
    const { operations } = Operations.parse(
      parse(await readFile(new URL("asyncapi.yaml", DOCS), "utf8")),
    );
    const told = Object.entries(operations)
      .filter(([, { action }]) => action === "receive")
      .map(
        ([name, { channel }]) =>
          `${name.split("-receives-")[0]} todo.${channel.$ref.split("/").at(-1)}.events`,
      );
    const heard: string[] = [];
    for (const service of Object.values(SOURCES)) {
      const { meshUrl, appToken } = mesh().doors(service);
      const answer = await fetch(`${meshUrl}/dapr/subscribe`, {
        headers: { "dapr-api-token": appToken },
      });
      for (const { topic } of Listens.parse(await answer.json())) heard.push(`${service} ${topic}`);
    }
    expect([...new Set(heard)].toSorted()).toEqual(told.toSorted());
  });

  /** One life from the first task to being forgotten, so that each type is told at least once. */
  async function doEverything(): Promise<void> {
    const zoe = await person(mesh(), "zoe");
    const broken = {
      user_id: "zoe",
      task: { id: crypto.randomUUID(), title: "cannot be planned" },
    };
    const lost = { specversion: "1.0", id: crypto.randomUUID(), source: "tests", data: broken };
    const value = JSON.stringify({ ...lost, type: TASK_EVENTS[0].type });
    await broker(mesh()).put(TASK_EVENTS[0].topic, [{ key: "zoe", value }]);
    const { id } = await zoe.addTask("tell everything", 500);
    const [shown] = await until("it rang", async () => {
      const inbox = await zoe.inbox();
      return inbox.length > 1 && inbox;
    });
    await zoe.ask("POST", `/tasks/${id}/snooze`, { body: { until: { minutes: 10 } } });
    // What is snoozed and dismissed in one breath is told as dismissed alone.
    await until("it is told that it was snoozed", async () =>
      (await zoe.inbox()).some(({ task_id, read_at }) => task_id === id && read_at !== undefined),
    );
    const { conversation_id } = await zoe.say("what's on my list?");
    const steps: [method: string, path: string, body?: object][] = [
      ["POST", `/inbox/${shown?.id}/read`],
      ["PATCH", "/preferences", { day_reminder: "07:15" }],
      ["PATCH", `/tasks/${id}`, { priority: "low" }],
      ["POST", `/tasks/${id}/dismiss`],
      ["POST", `/tasks/${id}/complete`],
      ["POST", `/tasks/${id}/reopen`],
      ["DELETE", `/tasks/${id}`],
      ["POST", `/tasks/${id}/restore`],
      ["PATCH", `/conversations/${conversation_id}`, { title: "tell everything" }],
      ["DELETE", `/conversations/${conversation_id}`],
      ["DELETE", ""],
    ];
    for (const [method, path, body] of steps) {
      const answer = await zoe.ask(method, path, { body });
      expect([method, path, answer.status]).toEqual([method, path, 200]);
    }
  }
}

/** What is wrong with a message, by the committed schemas. */
async function judge() {
  const ajv = new Ajv2020();
  addFormats.default(ajv);
  for (const type of TYPES)
    ajv.addSchema(JSON.parse(await readFile(new URL(`events/${type}.json`, DOCS), "utf8")), type);
  return (key: string | undefined, text = ""): string[] => {
    const event: unknown = JSON.parse(text);
    const { type, data } = Told.parse(event);
    if (!TYPES.includes(type)) return [`${type} is not written down`];
    const sound = ajv.validate(type, event);
    return [
      ...(sound ? [] : [`${type}: ${ajv.errorsText()}`]),
      ...(key === data.user_id ? [] : [`${type}: its key is ${key}`]),
    ];
  };
}
