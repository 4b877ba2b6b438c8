import { Agent } from "node:http";
import type { Mesh } from "@todo-mesh/mesh";
import type { Figure } from "../figure.ts";
import { memoryOf } from "../processes.ts";
import { comparedTimings } from "../rounds.ts";
import { median, percentile, readable, spread } from "../statistics.ts";
import { saidAt, talk, type TalkingModel } from "./talking-model.ts";
import { talkers } from "./talkers.ts";
import { told } from "./told.ts";

const ROUNDS = 7;
const EACH = 60;
const STREAMS = 1_000;
const WORDS = 40;
const WORD_EVERY_MS = 100;
// They do not all begin at once: nobody's people do.
const BEGIN_WITHIN_MS = 10_000;

/** What comes before the first word, beside the same words of the same server without us. */
export async function firstWord(mesh: Mesh, model: TalkingModel): Promise<Figure> {
  const crowd = await talkers(mesh, EACH);
  const agent = new Agent({ keepAlive: true });
  const url = `${model.baseUrl}/chat/completions`;
  const message = talk(1, 0);
  const body = { model: "talking", stream: true, messages: [{ role: "user", content: message }] };
  try {
    const { one, other, moreAtP50, moreAtP95 } = await comparedTimings(
      {
        one: async (n) => (await crowd.people[n % EACH]?.say(message))?.firstMs ?? Number.NaN,
        other: async () => (await told({ url, agent, token: "none", body }, saidAt)).firstMs,
      },
      { rounds: ROUNDS, each: EACH },
    );
    return {
      figure: "chat, ours before a model's first word, p95",
      measured: moreAtP95,
      unit: "ms",
      bar: "≤ 15 ms, p50 ≤ 6 ms",
      note: `p50 ${readable(moreAtP50)} ms more; with p50 ${readable(one.p50)}, p95 ${readable(one.p95)}; the server alone p50 ${readable(other.p50)}, p95 ${readable(other.p95)} ms`,
      details: {
        moreAtP50,
        p50: one.p50,
        p95: one.p95,
        alone_p50: other.p50,
        alone_p95: other.p95,
      },
    };
  } finally {
    crowd.close();
    agent.destroy();
  }
}

/** A thousand answers that grow at once on one replica, ten words a second each. */
export async function manyStreams(mesh: Mesh): Promise<Figure[]> {
  const crowd = await talkers(mesh, STREAMS);
  const before = memoryOf(mesh.part("chat-api-1")).anonymousMb;
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, memoryOf(mesh.part("chat-api-1")).anonymousMb);
  }, 500);
  try {
    const answers = await Promise.allSettled(
      crowd.people.map(async (person, at) => {
        await new Promise((begin) => setTimeout(begin, (at * BEGIN_WITHIN_MS) / STREAMS));
        return person.say(talk(WORDS, WORD_EVERY_MS));
      }),
    );
    const whole = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const behind = whole.flatMap(({ behindMs }) => behindMs);
    const words = behind.length / Math.max(1, whole.length);
    return [
      {
        figure: `chat, ${STREAMS} streams, a word behind its server, p99`,
        measured: percentile(behind, 0.99),
        unit: "ms",
        bar: "≤ 150 ms, none fails",
        note: `${STREAMS - whole.length} failed; ${readable(words)} of ${WORDS} words each; ${spread(behind)}; first word ${spread(whole.map(({ firstMs }) => firstMs))}`,
        details: { failed: STREAMS - whole.length, words, p50: median(behind) },
      },
      {
        figure: `chat, ${STREAMS} streams, memory of chat-api more than before`,
        measured: most - before,
        unit: "MB",
        bar: "≤ 80 KB each, live",
        note: `${readable(((most - before) * 1_024) / STREAMS)} KB each, garbage included`,
      },
    ];
  } finally {
    clearInterval(watching);
    crowd.close();
  }
}
