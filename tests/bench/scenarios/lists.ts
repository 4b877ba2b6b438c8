import type { Mesh } from "@todo-mesh/mesh";
import { type Door, openDoor } from "../door.ts";
import type { Figure, Scenario } from "../figure.ts";
import { type ListByHand, openListByHand } from "../list-by-hand.ts";
import { fill, type Owner, owner, titleOf } from "../long-list.ts";
import { onMesh } from "../on-mesh.ts";
import { type Call, type Comparison, compared } from "../rounds.ts";
import { readable } from "../statistics.ts";
import { changesPerSecond, firstLoad, memoryPerOwner, toldOnKafka } from "../whole-lists.ts";

const SIZES = [10, 1_000, 10_000] as const;
const ROUNDS = 7;
const EACH = 60;
const CONNECTIONS = 32;
const BAR = "≤ 2× for 10 000";

interface Lists {
  readonly owners: ReadonlyMap<number, { readonly who: Owner; readonly taskId: string }>;
  readonly byHand: ListByHand;
}

/** Whether a long list is as quick as a short one, beside the same list in tables of its own, asked without anything in between. */
export const lists: Scenario = {
  name: "lists",
  measure: async () =>
    onMesh({ services: ["chat-api"] }, async (mesh) => {
      const door = openDoor(mesh.publicUrl(), { connections: CONNECTIONS });
      const byHand = await openListByHand(mesh, CONNECTIONS);
      try {
        const made = await filled(mesh, door, byHand);
        const figures: Figure[] = [];
        for (const question of QUESTIONS) figures.push(...(await figuresOf(question, made)));
        return [
          ...figures,
          ...(await changesPerSecond(mesh, door)),
          await toldOnKafka(mesh, door),
          await firstLoad(mesh, door, `list-of-${SIZES[2]}`),
          await memoryPerOwner(mesh, door),
        ];
      } finally {
        door.close();
        await byHand.close();
      }
    }),
};

async function filled(mesh: Mesh, door: Door, byHand: ListByHand): Promise<Lists> {
  const owners = new Map<number, { who: Owner; taskId: string }>();
  for (const size of SIZES) {
    const who = await owner(mesh, door, `list-of-${size}`);
    const { id } = await fill(who, size);
    owners.set(size, { who, taskId: id });
    await byHand.fill(
      who.user,
      Array.from({ length: size }, (_, n) => titleOf(n)),
    );
  }
  return { owners, byHand };
}

interface Question {
  readonly name: string;
  ask(who: Owner, taskId: string, n: number): Promise<unknown>;
  byHand(list: ListByHand, user: string, n: number): Promise<unknown>;
}

const QUESTIONS: readonly Question[] = [
  {
    name: "list, ten of it",
    ask: (who) => who.ask("GET", "/tasks?limit=10"),
    byHand: (list, user) => list.first(user),
  },
  {
    name: "list, the newest ten",
    ask: (who) => who.ask("GET", "/tasks?limit=10&sort=-created"),
    byHand: (list, user) => list.first(user),
  },
  {
    name: "sorted by due time, ten of it",
    ask: (who) => who.ask("GET", "/tasks?limit=10&sort=due"),
    byHand: (list, user) => list.soonest(user),
  },
  {
    name: "search for a word that few have",
    ask: (who) => who.ask("GET", "/tasks?limit=10&query=needle"),
    byHand: (list, user) => list.search(user, "needle"),
  },
  {
    name: "change of one task",
    ask: (who, taskId, n) =>
      who.ask("PATCH", `/tasks/${taskId}`, { title: `changed ${n} ${Math.random()}` }),
    byHand: (list, user, n) => list.rename(user, `changed ${n} ${Math.random()}`),
  },
];

async function figuresOf(question: Question, made: Lists): Promise<Figure[]> {
  const on = (size: number): Call => {
    const owned = made.owners.get(size);
    return async (n) => owned && question.ask(owned.who, owned.taskId, n);
  };
  const [small, middle, large] = SIZES;
  const byHand: Call = async (n) => question.byHand(made.byHand, `list-of-${large}`, n);
  const times = { rounds: ROUNDS, each: EACH };
  return [
    against(
      `${question.name}: ${middle} tasks against ${small}`,
      await compared({ one: on(middle), other: on(small) }, times),
    ),
    {
      ...against(
        `${question.name}: ${large} tasks against ${small}`,
        await compared({ one: on(large), other: on(small) }, times),
      ),
      bar: BAR,
    },
    against(
      `${question.name}: ${large} tasks against pg alone`,
      await compared({ one: on(large), other: byHand }, times),
    ),
  ];
}

const against = (figure: string, { one, other, ratioAtP50 }: Comparison): Figure => ({
  figure,
  measured: ratioAtP50,
  unit: "×",
  note: `p50 ${readable(one.p50)} against ${readable(other.p50)} ms; p95 ${readable(one.p95)} against ${readable(other.p95)} ms`,
  details: { p50: one.p50, p95: one.p95, other_p50: other.p50, other_p95: other.p95 },
});
