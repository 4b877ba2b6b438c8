import type { Delivery } from "./delivery.ts";

const MOST = 1_000;
const MOST_OF_A_KEY = 500;
const MOST_BYTES = 16 * 1_024 * 1_024;

/** The places of what is set aside: 1 000, of a key 500, and 16 MB. One is taken before anything is awaited. */
export function createPlaces() {
  const taken = new Set<Delivery>();

  const isFullFor = (key: string | undefined): boolean =>
    key !== undefined && [...taken].filter((other) => other.key === key).length >= MOST_OF_A_KEY;
  const isFullOf = (more: number): boolean =>
    taken.size >= MOST ||
    [...taken].reduce((sum, { bytes }) => sum + bytes.length, more) > MOST_BYTES;
  return {
    isFullFor,
    count: (): number => taken.size,
    /** Whether there was one. */
    take: (delivery: Delivery): boolean => {
      if (isFullFor(delivery.key) || isFullOf(delivery.bytes.length)) return false;
      taken.add(delivery);
      return true;
    },
    free: (delivery: Delivery): void => void taken.delete(delivery),
  };
}
