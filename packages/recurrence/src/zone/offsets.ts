import type { Zone } from "../types.ts";
import { canonicalZone, fixedOffset } from "./canonical.ts";

/** From this instant (seconds since 1970 UTC) on, clocks are `offset` seconds ahead of UTC. */
export interface Span {
  readonly from: number;
  readonly offset: number;
}

// Asking Intl takes microseconds, a look into these takes nanoseconds. A bucket is 12 days long:
// no zone has put its clocks forth and back again within so short a time.
const BUCKET = 2 ** 20;
// All zones over a century of days, as a few ask for; a list of ten thousand years in every zone starts anew.
const BUCKETS_KEPT = 65_536;

// Keyed by the names that are kept, of which there are some 450: all their formatters take 30 MB.
const formats = new Map<Zone, Intl.DateTimeFormat>();
const zones = new Map<Zone, Map<number, readonly Span[]>>();
let bucketsKept = 0;

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, made);
  return made;
}

/** Whether this is the name of a zone we know, in any case. Never throws; every other function throws a RangeError for a zone that is none. */
export const isZone = (name: string): boolean => canonicalZone(name) !== undefined;

const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function askOffset(format: Intl.DateTimeFormat, instant: number): number {
  const [, sign, hours, minutes, seconds] = OFFSET.exec(format.format(instant * 1000)) ?? [];
  const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return sign === "-" ? -size : size;
}

/** Halves the stretch until each half has one offset; a change is found to the second. */
function spansBetween(
  ask: (instant: number) => number,
  first: Span,
  last: Span,
  into: Span[],
): Span[] {
  if (first.offset === last.offset) return into;
  if (last.from - first.from <= 1) {
    into.push(last);
    return into;
  }
  const middle = Math.floor((first.from + last.from) / 2);
  const half = { from: middle, offset: ask(middle) };
  return spansBetween(ask, half, last, spansBetween(ask, first, half, into));
}

function readBucket(zone: Zone, bucket: number): readonly Span[] {
  const format = formatOf(zone);
  const ask = (instant: number): number => askOffset(format, instant);
  const first = { from: bucket * BUCKET, offset: ask(bucket * BUCKET) };
  const last = { from: (bucket + 1) * BUCKET, offset: ask((bucket + 1) * BUCKET) };
  return spansBetween(ask, first, last, [first]).filter((span) => span.from < last.from);
}

function bucketOf(zone: Zone, instant: number): readonly Span[] {
  const bucket = Math.floor(instant / BUCKET);
  return zones.get(zone)?.get(bucket) ?? readAndKeep(zone, bucket);
}

function readAndKeep(name: string, bucket: number): readonly Span[] {
  const zone = canonicalZone(name);
  if (zone === undefined) return alwaysAt(name, bucket);
  const known = zones.get(zone)?.get(bucket);
  if (known !== undefined) return known;
  if (bucketsKept >= BUCKETS_KEPT) forgetAll();
  const spans = readBucket(zone, bucket);
  zones.set(zone, (zones.get(zone) ?? new Map<number, readonly Span[]>()).set(bucket, spans));
  bucketsKept += 1;
  return spans;
}

function forgetAll(): void {
  zones.clear();
  bucketsKept = 0;
}

// Kept from a time when a distance from UTC was let in as a zone.
function alwaysAt(name: string, bucket: number): readonly Span[] {
  const minutes = fixedOffset(name);
  if (minutes === undefined) throw new RangeError(`${name} is no IANA time zone`);
  return [{ from: bucket * BUCKET, offset: minutes * 60 }];
}

/** The offsets in force from `from` to `to`, oldest first; the first may begin later than it came into force. */
export function spansOf(zone: Zone, from: number, to: number): readonly Span[] {
  if (Math.floor(from / BUCKET) === Math.floor(to / BUCKET)) return bucketOf(zone, from);
  const spans = [...bucketOf(zone, from)];
  for (let next = (Math.floor(from / BUCKET) + 1) * BUCKET; next <= to; next += BUCKET)
    for (const span of bucketOf(zone, next))
      if (span.offset !== spans.at(-1)?.offset) spans.push(span);
  return spans;
}

/** Seconds that clocks are ahead of UTC at this instant. */
export function offsetAt(zone: Zone, instant: number): number {
  const spans = bucketOf(zone, instant);
  let offset = spans[0]?.offset ?? 0;
  for (const span of spans) if (span.from <= instant) offset = span.offset;
  return offset;
}
