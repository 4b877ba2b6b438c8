import { expect, test } from "@jest/globals";
import { EVENTS } from "@todo-mesh/contracts/documents";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import request from "supertest";
import { aChatApi } from "../a-chat-api.ts";

test("/schemas names every event, and the schema of each is there for anyone", async () => {
  const { app } = await aChatApi();
  const { body } = await request(app).get("/schemas").expect(200);
  const types = EVENTS.map(({ contract }) => contract.type);
  expect(body.items.map(({ type }: { type: string }) => type)).toEqual(types);
  for (const { type, href } of body.items)
    expect((await request(app).get(href).expect(200)).body.$id).toBe(
      `urn:todo-mesh:schema:${type}`,
    );
  await request(app).get("/schemas/todo.task.admired.v9.json").expect(404);
});

test("what chat-api publishes is as those schemas say", async () => {
  const api = await aChatApi();
  const due = { local: "2026-12-03T08:00", timezone: "Europe/Rome" };
  const { id } = await api.addTask({ title: "milk", due, nag: { every_minutes: 5 } });
  await api.as("patch", `/tasks/${id}`).send({ priority: "high" }).expect(200);
  for (const verb of ["complete", "reopen"]) await api.as("post", `/tasks/${id}/${verb}`);
  await api.as("delete", `/tasks/${id}`).expect(200);
  await api.as("post", `/tasks/${id}/restore`).expect(200);
  await api.say("remind me every weekday at 8 to stretch");
  await api.as("patch", "/preferences").send({ day_reminder: "07:15" }).expect(200);
  await api.as("delete", "").expect(200);

  const ajv = new Ajv2020();
  addFormats.default(ajv);
  const seen = new Set<string>();
  for (const event of await api.events()) {
    const { body: schema } = await request(api.app).get(`/schemas/${event.type}.json`).expect(200);
    const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
    expect([event.type, await validate(event), validate.errors]).toEqual([event.type, true, null]);
    seen.add(event.type);
  }
  const told = EVENTS.map(({ contract }) => contract.type).filter((type) =>
    /^todo\.(task|user|person)\./.test(type),
  );
  expect([...seen].toSorted()).toEqual(told.toSorted());
});
