import { setTimeout as settle } from "node:timers/promises";
import { Task } from "@todo-mesh/contracts";
import { TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { Mesh } from "@todo-mesh/mesh";
import { Kafka, logLevel } from "kafkajs";
import type { Door } from "./door.ts";
import type { Figure } from "./figure.ts";
import { asFastAsItGoes } from "./load.ts";
import { fill, owner } from "./long-list.ts";
import { memoryOf } from "./processes.ts";
import { median, percentile, readable, spread } from "./statistics.ts";

const SECONDS = 10;
const WRITERS = 16;
const PEOPLE = 100;
const TOLD = 300;
const LOADS = 5;
const OWNERS = 40;
const EACH_OWNS = 500;

/** How many changes a second one list takes, and a hundred lists. */
export async function changesPerSecond(mesh: Mesh, door: Door): Promise<Figure[]> {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => owner(mesh, door, `busy-${n}`)),
  );
  const ids = await Promise.all(people.map(async (who) => (await fill(who, 20)).id));
  const on = async (count: number): Promise<Figure> => {
    const { perSecond, took } = await asFastAsItGoes(
      async (n) =>
        people[n % count]?.ask("PATCH", `/tasks/${ids[n % count]}`, { title: `title ${n}` }),
      { atOnce: WRITERS, ms: SECONDS * 1_000 },
    );
    return {
      figure: `changes on ${count === 1 ? "one list" : `${count} lists`}, ${WRITERS} writers`,
      measured: perSecond,
      unit: "/s",
      note: spread(took),
      details: { p50: median(took), p95: percentile(took, 0.95), p99: percentile(took, 0.99) },
    };
  };
  return [await on(1), await on(PEOPLE)];
}

/** From the acknowledgement of a change to its event on Kafka. */
export async function toldOnKafka(mesh: Mesh, door: Door): Promise<Figure> {
  const heard = new Map<string, number>();
  const kafka = new Kafka({ ...mesh.kafka, logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: "bench-told", maxWaitTimeInMs: 5 });
  await consumer.connect();
  await consumer.subscribe({ topic: TASKS_TOPIC, fromBeginning: false });
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.run({
    eachMessage: async ({ message }) => {
      const event: { id: string } = JSON.parse(message.value?.toString() ?? "{}");
      heard.set(event.id, performance.now());
    },
  });
  await joined;
  await settle(2_000);
  const who = await owner(mesh, door, "heard");
  const acknowledged = new Map<string, number>();
  for (let n = 0; n < TOLD; n += 1) {
    const task = Task.parse(JSON.parse(await who.ask("POST", "/tasks", { title: `heard ${n}` })));
    acknowledged.set(task.change_id, performance.now());
    await settle(5);
  }
  await settle(2_000);
  await consumer.disconnect();
  const took = [...acknowledged].map(([id, at]) => Math.max(0, (heard.get(id) ?? Infinity) - at));
  return {
    figure: "change acknowledged to its event at a Kafka consumer, p95",
    measured: percentile(took, 0.95),
    unit: "ms",
    bar: "≤ 50 ms",
    note: spread(took),
    details: { p50: median(took), p99: percentile(took, 0.99) },
  };
}

/** The first list of a process that has never seen this person. */
export async function firstLoad(mesh: Mesh, door: Door, user: string): Promise<Figure> {
  const who = await owner(mesh, door, user);
  const took: number[] = [];
  for (let n = 0; n < LOADS; n += 1) {
    await mesh.part("chat-api-1").stop();
    await mesh.part("chat-api-1").start();
    const warm = await owner(mesh, door, "nobody");
    await warm.ask("GET", "/tasks");
    const began = performance.now();
    await who.ask("GET", "/tasks?limit=10");
    took.push(performance.now() - began);
  }
  return {
    figure: "first load of 10000 tasks by a new process",
    measured: median(took),
    unit: "ms",
    bar: "≤ 1000 ms",
    note: took.map(readable).join(", "),
  };
}

/** What the lists of many people cost in memory, each read once by a new process. */
export async function memoryPerOwner(mesh: Mesh, door: Door): Promise<Figure> {
  const people = await Promise.all(
    Array.from({ length: OWNERS }, async (_, n) => owner(mesh, door, `owner-${n}`)),
  );
  for (const who of people) await fill(who, EACH_OWNS);
  await mesh.part("chat-api-1").stop();
  await mesh.part("chat-api-1").start();
  await settle(2_000);
  const before = memoryOf(mesh.part("chat-api-1")).anonymousMb;
  for (const who of people) await who.ask("GET", "/tasks?query=needle");
  await settle(2_000);
  const more = memoryOf(mesh.part("chat-api-1")).anonymousMb - before;
  return {
    figure: `memory of ${OWNERS} lists of ${EACH_OWNS} tasks, each read once`,
    measured: more,
    unit: "MB",
    note: `${readable((more * 1_024) / OWNERS)} KB each, garbage included; the cache holds 64 MB of JSON at most`,
  };
}
