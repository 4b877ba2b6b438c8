import { setTimeout as wait } from "node:timers/promises";
import { InboxPage } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { type Crowd, gather, type Resident } from "../bench/crowd.ts";
import { atRate } from "../bench/load.ts";
import { act, type Book } from "./people.ts";
import { watchParts } from "./parts.ts";
import { renewalsOf } from "./renewals.ts";
import type { Soaked } from "./verdict.ts";

export interface SoakOptions {
  readonly ms: number;
  readonly actsPerSecond: number;
  readonly lookEveryMs: number;
  /** Told now and then how it goes. */
  readonly onLook?: (sofar: Soaked) => void;
}

const PEOPLE = 24;
const CONNECTIONS = 24;
// The last reminder is due within forty seconds of the last act; what is doubled comes with the next sweep.
const AFTERWARDS_MS = 55_000;

/** Lets people use a mesh for so long, as people do, and tells what became of it and of the mesh. */
export async function soak(mesh: Mesh, options: SoakOptions): Promise<Soaked> {
  const crowd = await gather(mesh, { people: PEOPLE, connections: CONNECTIONS });
  const book: Book = { promised: [], silenced: [], refused: [] };
  const { histories, look } = watchParts(mesh);
  const shown = new Map<string, Soaked["shown"][number]>();
  const sofar = (): Soaked => ({
    ...book,
    shown: [...shown.values()],
    parts: histories,
    renewals: renewalsOf(mesh),
  });

  const lookAround = async (): Promise<void> => {
    look();
    for (const person of crowd.people) await lookInto(person, shown);
    options.onLook?.(sofar());
  };
  const looking = new AbortController();
  const looks = (async () => {
    while (!looking.signal.aborted) {
      await lookAround();
      await wait(options.lookEveryMs, undefined, { signal: looking.signal }).catch(() => undefined);
    }
  })();
  try {
    const load = { perSecond: options.actsPerSecond, ms: options.ms };
    await atRate((n) => act(crowd.people, book, n), load);
    await wait(AFTERWARDS_MS);
  } finally {
    looking.abort();
    await looks;
    await closeWhenRead(crowd, shown);
  }
  return sofar();
}

async function closeWhenRead(crowd: Crowd, shown: Map<string, Soaked["shown"][number]>) {
  for (const person of crowd.people) await lookInto(person, shown);
  crowd.close();
}

/** The newest of an inbox: looked at often enough, all of it. */
async function lookInto(
  person: Resident,
  shown: Map<string, Soaked["shown"][number]>,
): Promise<void> {
  const { items } = InboxPage.parse(await person.ask("GET", "/inbox?limit=200"));
  for (const { id, task_id, created_at } of items) shown.set(id, { task_id, created_at });
}
