import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { z } from "zod";
import { person } from "../support/person.ts";

const Survey = z.object({ buckets: z.array(z.object({ due: z.int() })) });
const State = z.object({ paused: z.boolean() });
const Health = z.object({ announcements: State });

export function operatorsView(mesh: () => Mesh): void {
  test("announcements that are paused wait on every replica, are seen to be due, and come afterwards", async () => {
    const mia = await person(mesh(), "mia-of-the-pause");
    const ask = async (method: string, path: string, replica = 0, token = mesh().operatorToken) => {
      const url = mesh().doors("reminder-service", replica).opsUrl + path;
      const answer = await fetch(url, { method, headers: { authorization: `Bearer ${token}` } });
      return { status: answer.status, json: await answer.json() };
    };
    expect((await ask("POST", "/announcements/pause", 0, "a guess")).status).toBe(401);
    try {
      expect(await ask("POST", "/announcements/pause")).toMatchObject({ json: { paused: true } });
      await until("the other replica knows", async () => {
        const { meshUrl } = mesh().doors("reminder-service", 1);
        const health = Health.parse(await (await fetch(`${meshUrl}/healthz`)).json());
        return health.announcements.paused;
      });
      await mia.addTask("wait for it", 1_000);
      await until("it is seen to be due", async () => {
        const { buckets } = Survey.parse((await ask("GET", "/timers", 1)).json);
        return buckets.some(({ due }) => due > 0);
      });
      expect((await ask("POST", "/timers/sweep")).status).toBe(200);
      expect(await mia.inbox()).toEqual([]);
    } finally {
      await ask("POST", "/announcements/resume", 1);
    }
    await until("it rang", async () => (await mia.inbox()).length > 0);
    expect(await ask("POST", "/timers/rearm")).toMatchObject({ json: { rearmed: true } });
    expect((await mia.inbox()).map(({ title }) => title)).toEqual(["wait for it"]);
  });
}
