import { setTimeout as sleep } from "node:timers/promises";
import { DEAD_LETTER_HEADERS } from "@todo-mesh/contracts/events";
import type { Kafka, Message, Producer } from "kafkajs";
import type { Replay } from "./command.ts";
import { isMeant } from "./filter.ts";
import { type Letter, placeOf } from "./letter.ts";
import { extentOf, readLetters } from "./reading.ts";
import { plain, say } from "./say.ts";

/**
 * Puts letters back on the topic that they came from, byte for byte under the same key, those of a person in their
 * order. Whoever handles them knows what it handled before, so it may be done again.
 */
export async function replay(kafka: Kafka, command: Replay, asJson: boolean): Promise<void> {
  const { place, filter, isDry } = command;
  const done: string[] = [];
  const cut: string[] = [];
  const sender = isDry ? undefined : await openSender(kafka, command);
  const visit = async (letter: Letter): Promise<void> => {
    if (!isMeant(letter, filter)) return;
    if (!letter.isCut) await sender?.send(letter);
    (letter.isCut ? cut : done).push(placeOf(letter));
    if (!asJson) say.line(`${deed(letter, isDry)}  ${describe(letter)}`);
  };
  const total = await readLetters(kafka, place.letters, visit)
    .catch((error: unknown) => {
      throw new Error(`It ends after ${done.length} letters; they may be replayed again`, {
        cause: error,
      });
    })
    .finally(async () => sender?.close());
  if (done.length + cut.length === 0)
    throw new Error(`Nothing matches, of ${total} letters of ${place.topic}`);
  if (asJson) return say.json({ topic: place.topic, dry_run: isDry, replayed: done, cut });
  const what = isDry ? "would be replayed" : "replayed";
  say.line(
    `${place.topic}: ${done.length} ${what}, ${cut.length} left, of which a part is missing`,
  );
}

const deed = ({ isCut }: Letter, isDry: boolean): string => {
  if (isCut) return "left";
  return isDry ? "would go" : "replayed";
};

const describe = (letter: Letter): string =>
  `${placeOf(letter)}  ${plain(`${letter.kind}  ${letter.type ?? "no type"}  ${letter.id ?? "no id"}  user ${letter.key ?? ""}`)}`;

/** Sends at a steady pace. */
async function openSender(kafka: Kafka, { place, perSecond }: Replay) {
  // The sidecar put the letter where it puts this person's events, if there are as many places.
  const isAlike =
    (await extentOf(kafka, place.letters)).length === (await partitionsOf(kafka, place.topic));
  const producer: Producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  let freeAt = performance.now();
  return {
    send: async (letter: Letter): Promise<void> => {
      await sleep(Math.max(0, freeAt - performance.now()));
      freeAt = Math.max(freeAt, performance.now()) + 1_000 / perSecond;
      await producer.send({
        topic: place.topic,
        messages: [messageOf(letter, place.letters, isAlike)],
      });
    },
    close: async (): Promise<void> => producer.disconnect(),
  };
}

const partitionsOf = async (kafka: Kafka, topic: string): Promise<number> =>
  (await extentOf(kafka, topic)).length;

const OURS: ReadonlySet<string> = new Set(Object.values(DEAD_LETTER_HEADERS));

/** The event as it came, and where it lay meanwhile. */
export function messageOf(letter: Letter, topic: string, isAlike: boolean): Message {
  const { key, headers, body, partition } = letter;
  const own = Object.entries(headers).filter(([name]) => !OURS.has(name));
  return {
    key: key ?? null,
    value: body,
    headers: { ...Object.fromEntries(own), replayed_from: `${topic}/${placeOf(letter)}` },
    ...(isAlike && { partition }),
  };
}
