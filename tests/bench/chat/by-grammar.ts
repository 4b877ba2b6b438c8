import { ChatAnswer } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { cpuFigure } from "../cpu-figure.ts";
import { type Crowd, gather, type Resident } from "../crowd.ts";
import type { Figure } from "../figure.ts";
import { atRate } from "../load.ts";
import { cpuOf, cpuPer, memoryOf } from "../processes.ts";
import { type Call, compared } from "../rounds.ts";
import { settings } from "../settings.ts";
import { percentile, readable, spread } from "../statistics.ts";

const PEOPLE = 1_000;
const MESSAGES_PER_SECOND = 100;
const CONNECTIONS = 64;
const ROUNDS = 7;
const EACH = 40;
const LONG_TURNS = 100;
const MANY = 100;
const MESSAGES = 50;

const SAYS = [
  "add call the bank tomorrow at 9",
  "what's next?",
  "add buy bread",
  "show my tasks",
  "I bought bread",
] as const;

const say = async (person: Resident, message: string, conversation_id?: string) =>
  ChatAnswer.parse(
    await person.ask("POST", "/chat", {
      message,
      ...(conversation_id !== undefined && { conversation_id }),
    }),
  );

/** A thousand people who say something every ten seconds, each in a conversation that goes on. */
export async function manyChats(mesh: Mesh): Promise<Figure[]> {
  const crowd = await gather(mesh, { people: PEOPLE, connections: CONNECTIONS });
  const conversations = new Map<string, string>();
  const next: Call = async (n) => {
    const person = crowd.people[n % PEOPLE] ?? crowd.people[0];
    const message = SAYS[Math.floor(n / PEOPLE) % SAYS.length] ?? SAYS[0];
    const { conversation_id } = await say(person, message, conversations.get(person.user));
    conversations.set(person.user, conversation_id);
  };
  try {
    const before = cpuOf(mesh);
    const { took } = await atRate(next, {
      perSecond: MESSAGES_PER_SECOND,
      ms: settings.seconds * 1_000,
    });
    const cpu = cpuPer(took.length, before, cpuOf(mesh));
    return [
      {
        figure: `chat, ${PEOPLE} people by the grammar, ${MESSAGES_PER_SECOND} messages a second, p95`,
        measured: percentile(took, 0.95),
        unit: "ms",
        bar: "≤ 300 ms, p50 ≤ 50 ms",
        note: `${spread(took)}; chat-api ${readable(memoryOf(mesh.part("chat-api-1")).rssMb)} MB`,
      },
      cpuFigure("chat by the grammar", cpu, "message"),
    ];
  } finally {
    crowd.close();
  }
}

/** Whether a conversation that is full costs what a new one costs, and how long its messages take to read. */
export async function longConversations(mesh: Mesh): Promise<Figure[]> {
  const crowd = await gather(mesh, { people: 2 + MANY, connections: CONNECTIONS });
  try {
    return [await fullAgainstNew(crowd), await readFifty(crowd)];
  } finally {
    crowd.close();
  }
}

async function fullAgainstNew({ people: [ada, bob] }: Crowd): Promise<Figure> {
  let { conversation_id: full } = await say(ada, "hello");
  for (let n = 0; n < LONG_TURNS; n += 1) await say(ada, "what's next?", full);
  const { ratioAtP50, one, other } = await compared(
    {
      one: async () => say(ada, "what's next?", full),
      other: async () => say(bob ?? ada, "what's next?"),
    },
    { rounds: ROUNDS, each: EACH },
  );
  return {
    figure: "chat, a turn in a full conversation against the first of one",
    measured: ratioAtP50,
    unit: "×",
    bar: "≤ 1.15×",
    note: `p50 ${readable(one.p50)} against ${readable(other.p50)} ms; p95 ${readable(one.p95)} against ${readable(other.p95)} ms`,
  };
}

async function readFifty({ people: [, , ...people] }: Crowd): Promise<Figure> {
  const ids = await Promise.all(
    people.map(async (person) => {
      let id: string | undefined;
      for (let n = 0; n < MESSAGES / 2; n += 1)
        id = (await say(person, "what's next?", id)).conversation_id;
      return id;
    }),
  );
  const took: number[] = [];
  for (let n = 0; n < MANY * 5; n += 1) {
    const at = n % MANY;
    const began = performance.now();
    await people[at]?.ask("GET", `/conversations/${ids[at]}?limit=${MESSAGES}`);
    took.push(performance.now() - began);
  }
  return {
    figure: `chat, ${MESSAGES} messages of a conversation read, one at a time, p95`,
    measured: percentile(took, 0.95),
    unit: "ms",
    bar: "≤ 10 ms",
    note: `${MANY} conversations; ${spread(took)}`,
  };
}
