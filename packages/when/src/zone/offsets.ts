import type { Zone } from "../types.ts";
import { remember } from "./remember.ts";

/** From this instant (seconds since 1970 UTC) on, clocks are `offset` seconds ahead of UTC. */
export interface Span {
  readonly from: number;
  readonly offset: number;
}

// Asking Intl takes microseconds, a look into these takes nanoseconds. A bucket is 12 days long:
// no zone has put its clocks forth and back again within so short a time.
const BUCKET = 2 ** 20;
const BUCKETS_KEPT = 4_096;
const ZONES_KEPT = 1_000;
const FORMATS_KEPT = 64;

const formats = new Map<Zone, Intl.DateTimeFormat>();
const zones = new Map<Zone, Map<number, readonly Span[]>>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  if (!/^[a-z]/i.test(zone)) throw new RangeError(`${zone} is no IANA time zone`);
  return new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
}

/** Whether this is the name of a zone we know. Never throws; every other function throws a RangeError for a zone that is none. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  try {
    remember(formats, FORMATS_KEPT, name, formatOf);
    return true;
  } catch {
    return false;
  }
}

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
  const format = remember(formats, FORMATS_KEPT, zone, formatOf);
  const ask = (instant: number): number => askOffset(format, instant);
  const first = { from: bucket * BUCKET, offset: ask(bucket * BUCKET) };
  const last = { from: (bucket + 1) * BUCKET, offset: ask((bucket + 1) * BUCKET) };
  return spansBetween(ask, first, last, [first]).filter((span) => span.from < last.from);
}

function bucketOf(zone: Zone, instant: number): readonly Span[] {
  const kept = remember(zones, ZONES_KEPT, zone, () => new Map<number, readonly Span[]>());
  return remember(kept, BUCKETS_KEPT, Math.floor(instant / BUCKET), (at) => readBucket(zone, at));
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
