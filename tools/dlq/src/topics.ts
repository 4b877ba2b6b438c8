import { deadLettersOf, SOURCES } from "@todo-mesh/contracts/events";

/** A topic, and where that lies which was refused of it. */
export interface Place {
  readonly topic: string;
  readonly letters: string;
}

/** Every topic that may have dead letters. */
export const PLACES: readonly Place[] = Object.keys(SOURCES).map((topic) => ({
  topic,
  letters: deadLettersOf(topic),
}));

/** Finds a topic by its name, or by that of its dead letters. */
export function placeNamed(name: string): Place {
  const place = PLACES.find(({ topic, letters }) => name === topic || name === letters);
  if (place) return place;
  const known = PLACES.map(({ topic }) => topic).join(", ");
  throw new Error(`There is no topic "${name}", only ${known}`);
}
