import type { Kafka } from "kafkajs";
import type { Letter } from "./letter.ts";
import { readLetters } from "./reading.ts";
import { say } from "./say.ts";
import { PLACES } from "./topics.ts";

interface Summary {
  count: number;
  oldest?: string;
  newest?: string;
  readonly kinds: Record<string, number>;
}

/** Shows for each topic how many letters lie there, from when, and of which kinds. */
export async function list(kafka: Kafka, asJson: boolean): Promise<void> {
  const topics = [];
  for (const { topic, letters } of PLACES) {
    const summary: Summary = { count: 0, kinds: {} };
    await readLetters(kafka, letters, (letter) => note(summary, letter));
    topics.push({ topic, ...summary });
  }
  if (asJson) return say.json({ topics });
  for (const { topic, count, oldest = "", newest = "", kinds } of topics) {
    const each = Object.entries(kinds).map(([kind, times]) => `${kind} ${times}`);
    const when = count === 0 ? "" : `  ${oldest} to ${newest}  ${each.join(", ")}`;
    say.line(`${topic}  ${count}${when}`);
  }
}

/** Adds a letter to the figures of its topic. */
export function note(summary: Summary, { time, kind }: Letter): void {
  const at = time.toISOString();
  summary.count += 1;
  summary.kinds[kind] = (summary.kinds[kind] ?? 0) + 1;
  if (summary.oldest === undefined || at < summary.oldest) summary.oldest = at;
  if (summary.newest === undefined || at > summary.newest) summary.newest = at;
}
