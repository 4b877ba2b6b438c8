const MOST_EVENTS = 200;
const MOST_BYTES = 1_024 * 1_024;

/** Rows of events, with their size in JSON. */
interface Load {
  readonly events: readonly unknown[];
  readonly bytes: number;
}

/** As many of the first rows as one bulk publish carries well: about 200 events, 1 MB; at least one. */
export function firstLoad<Row extends Load>(rows: Iterable<Row>): Row[] {
  const load: Row[] = [];
  let [count, bytes] = [0, 0];
  for (const row of rows) {
    const full = count >= MOST_EVENTS || bytes + row.bytes > MOST_BYTES;
    if (full && load.length > 0) break;
    load.push(row);
    count += row.events.length;
    bytes += row.bytes;
  }
  return load;
}
