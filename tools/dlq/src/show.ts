import { isUtf8 } from "node:buffer";
import type { Kafka } from "kafkajs";
import type { Show } from "./command.ts";
import { isMeant } from "./filter.ts";
import { type Letter, placeOf } from "./letter.ts";
import { createPage } from "./page.ts";
import { readLetters } from "./reading.ts";
import { plain, say } from "./say.ts";

/** Shows a page of the letters that are meant, each with all that it carries. */
export async function show(kafka: Kafka, command: Show, asJson: boolean): Promise<void> {
  const { place, filter, limit, after } = command;
  const page = createPage(limit, after);
  const total = await readLetters(kafka, place.letters, (letter) => {
    if (isMeant(letter, filter)) page.add(letter);
  });
  if (page.letters().length === 0)
    throw new Error(`Nothing matches, of ${total} letters of ${place.topic}`);
  const next = page.next();
  if (asJson)
    return say.json({
      topic: place.topic,
      letters: page.letters().map(viewOf),
      ...(next && { next }),
    });
  for (const letter of page.letters()) say.line(asText(letter));
  if (next) say.line(`There are more: --after ${next}`);
}

const viewOf = (letter: Letter) => ({
  letter: placeOf(letter),
  time: letter.time.toISOString(),
  key: letter.key,
  kind: letter.kind,
  id: letter.id,
  type: letter.type,
  headers: letter.headers,
  ...(isUtf8(letter.body)
    ? { body: letter.body.toString() }
    : { body_base64: letter.body.toString("base64") }),
});

function asText(letter: Letter): string {
  const { time, key = "", headers, type = "no type", id = "no id" } = letter;
  const body = isUtf8(letter.body) ? letter.body.toString() : letter.body.toString("base64");
  return [
    `${placeOf(letter)}  ${time.toISOString()}  ${plain(`${letter.kind}  ${type}  ${id}  user ${key}`)}`,
    ...Object.entries(headers).map(([name, value]) => `  ${plain(`${name}: ${value}`)}`),
    `  ${plain(body)}`,
    "",
  ].join("\n");
}
