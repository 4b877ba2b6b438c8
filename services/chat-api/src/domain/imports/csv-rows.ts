import Papa from "papaparse";
import { type Entry, isTooLong, linesOf } from "./entry.ts";

/** A row with its cells; without them where it is too long or none. */
export interface Row extends Entry {
  readonly cells?: readonly string[];
}

/** The rows of a table in CSV (RFC 4180). */
export function* csvRows(text: string): Generator<Row, undefined> {
  for (const entry of entriesOf(text)) {
    if (entry.text.trim() === "") continue;
    yield isTooLong(entry) ? entry : { ...entry, ...cellsOf(entry) };
  }
  return undefined;
}

function cellsOf({ text }: Entry): Pick<Row, "cells"> {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: "," });
  return errors.length === 0 ? { cells: data[0] ?? [] } : {};
}

// A line that ends within quotes goes on.
function* entriesOf(text: string): Generator<Entry> {
  let open: string[] = [];
  let isQuoted = false;
  let line = 1;
  for (const [at, each] of linesOf(text).entries()) {
    if (open.length === 0) line = at + 1;
    open.push(each);
    isQuoted = isQuoted !== hasOddQuotes(each);
    if (isQuoted) continue;
    yield { line, text: open.join("\n") };
    open = [];
  }
  if (open.length > 0) yield { line, text: open.join("\n") };
}

const hasOddQuotes = (line: string): boolean => (line.split('"').length - 1) % 2 === 1;
