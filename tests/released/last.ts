import { readdirSync, readFileSync } from "node:fs";
import { CloudEvent } from "@todo-mesh/contracts/events";
import type { StateStore } from "@todo-mesh/ports";
import { z } from "zod";

/*
 * What the version that people run left behind: every row of its state stores and every event it emitted, after some
 * minutes of use, and the schemas of its events. `take.ts` makes them anew whenever a version is released.
 */
const FOLDER = new URL("last/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

type Service = "chat-api" | "reminder-service" | "notification-service";
const Rows = z.record(z.string(), z.record(z.string(), z.json()));
const rows = Rows.parse(read("rows.json"));

/** When it was stopped. */
export const STOPPED = z.coerce.date().parse(read("stopped.json"));

/** All that it emitted, the oldest first on each topic. */
export const emitted = z.array(CloudEvent).parse(read("emitted.json"));

/** The JSON Schemas of its events by their type. */
export const schemas: ReadonlyMap<string, object> = new Map(
  readdirSync(new URL("events/", FOLDER)).map((file) => [
    file.replace(/\.json$/, ""),
    z.looseObject({}).parse(read(`events/${file}`)),
  ]),
);

/** Puts into a store what a service kept there. */
export async function leaveBehind(service: Service, store: StateStore): Promise<void> {
  for (const [key, value] of Object.entries(rows[service] ?? {}))
    await store.transact([{ put: key, value }]);
}
