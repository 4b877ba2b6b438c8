import {
  checkKeys,
  checkTransactionSize,
  checkWrites,
  keyWritten,
  type Expectation,
  type Json,
  type StateStore,
  type Stored,
  type Write,
} from "@todo-mesh/ports";
import { z } from "zod";
import { readAnswer, refusal, succeeded } from "./answer.ts";
import type { Sidecar, SidecarAnswer } from "./sidecar.ts";

const Item = z.object({
  key: z.string(),
  // Whatever JSON.parse made of it is JSON: to walk through a large value once more would only cost time.
  data: z.custom<Json>().optional(),
  etag: z.string().optional(),
  error: z.string().optional(),
});
const Items = z.array(Item);
const Value = z.custom<Json>((value) => value !== undefined);

// A transaction tells a lost race only by its words, and each store has its own; a deadlock (40P01)
// and a serialization failure (40001) of PostgreSQL are lost races, too.
const LOST_RACE = /possible etag mismatch|no item was updated|SQLSTATE 40P01|SQLSTATE 40001/;

const NOTHING_THERE = 204;

/**
 * State by way of the sidecar's HTTP API. Of the two ways to read only the single one is certain: the
 * bulk call of Dapr's PostgreSQL component answers as if keys were not there when its connection ends
 * while it reads.
 */
export function daprStateStore(sidecar: Sidecar, { store }: { store: string }): StateStore {
  const path = `/v1.0/state/${encodeURIComponent(store)}`;

  const getMany = async (keys: readonly string[]): Promise<ReadonlyMap<string, Stored>> => {
    checkKeys(keys);
    if (keys.length === 0) return new Map();
    const body = JSON.stringify({ keys });
    const answer = await sidecar.send({ method: "POST", path: `${path}/bulk`, body });
    if (!succeeded(answer)) throw refusal(answer, "The state store could not be read");
    return foundIn(keys, answer);
  };

  const get = async (key: string): Promise<Stored | undefined> => {
    checkKeys([key]);
    const answer = await sidecar.send({
      method: "GET",
      path: `${path}/${encodeURIComponent(key)}`,
    });
    if (answer.status === NOTHING_THERE) return undefined;
    if (!succeeded(answer)) throw refusal(answer, "The state store could not be read");
    return { value: readAnswer(Value, answer), version: readEtag(answer) };
  };

  return {
    get,
    getMany,
    transact: async (writes) => {
      checkWrites(writes);
      if (writes.length === 0) return;
      const body = JSON.stringify({ operations: inOneOrder(writes).flatMap(operationsOf) });
      checkTransactionSize(body);
      const answer = await sidecar.send({ method: "POST", path: `${path}/transaction`, body });
      if (!succeeded(answer)) throw refusalToWrite(answer);
    },
  };
}

function readEtag(answer: SidecarAnswer): string {
  if (answer.etag) return answer.etag;
  throw refusal(answer, "The state store could not be read");
}

function foundIn(keys: readonly string[], answer: SidecarAnswer): Map<string, Stored> {
  const items = readAnswer(Items, answer);
  const answered = new Map(items.map((item) => [item.key, item]));
  const found = new Map<string, Stored>();
  for (const key of keys) {
    const item = answered.get(key);
    // A key left out, or one that could not be read, must never pass for a key that is not there.
    if (item === undefined || item.error !== undefined)
      throw refusal(answer, "The state store could not be read");
    if (item.etag) found.set(key, { value: item.data ?? null, version: item.etag });
  }
  return found;
}

function refusalToWrite(answer: SidecarAnswer) {
  if (LOST_RACE.test(answer.text)) return refusal(answer, "Another writer was first", "conflict");
  return refusal(answer, "The state store could not be written");
}

// Stores lock rows as they come: with one order for everyone, two transactions cannot wait for each other.
function inOneOrder(writes: readonly Write[]): Write[] {
  return writes.toSorted((a, b) => (keyWritten(a) < keyWritten(b) ? -1 : 1));
}

interface Operation {
  readonly operation: "upsert" | "delete";
  readonly request: { key: string; value?: Json; [option: string]: unknown };
}

// Said each time: some stores (Redis) would otherwise keep the time to live of the value before.
const FOR_EVER = -1;

function operationsOf(write: Write): Operation[] {
  if ("put" in write) {
    const { put: key, value, expect, ttlSeconds = FOR_EVER } = write;
    const metadata = { ttlInSeconds: String(ttlSeconds) };
    return [{ operation: "upsert", request: { key, value, metadata, ...condition(expect) } }];
  }
  const remove: Operation = {
    operation: "delete",
    request: { key: write.delete, ...(write.expect !== "absent" && condition(write.expect)) },
  };
  if (write.expect !== "absent") return [remove];
  // A delete cannot insist on absence; an insert can, and is undone within the same transaction.
  const insert = { key: write.delete, value: null, ...condition("absent") };
  return [{ operation: "upsert", request: insert }, remove];
}

const FIRST_WRITE = { options: { concurrency: "first-write" } };

function condition(expect: Expectation | undefined) {
  if (expect === undefined) return {};
  return expect === "absent" ? FIRST_WRITE : { etag: expect.version, ...FIRST_WRITE };
}
