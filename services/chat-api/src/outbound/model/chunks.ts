import { type JsonObject, objectFrom } from "./json.ts";
import { lineReader } from "./lines.ts";

/** What a body says next. `broken`: something that is no JSON where JSON should be, or an error. */
export type Chunk =
  | { readonly kind: "object"; readonly value: JsonObject }
  | { readonly kind: "done" }
  | { readonly kind: "broken" };

/** Lines that one event may be spread over, and lines that only look like an object: no server needs as many. */
const MOST_LINES = 64;
const FIELD = /^(data|event|id|retry):? ?/;
const BROKEN: Chunk = { kind: "broken" };

/**
 * Takes the JSON objects out of a body as it comes, whatever form it has: events with any ends of lines, with or
 * without empty lines between them, one object a line, or one object in all.
 */
export function chunkReader() {
  const [lines, events, loose] = [lineReader(), eventReader(), looseReader()];
  let seen = false;
  const ofLine = (line: string): Chunk[] => {
    const [start, field] = FIELD.exec(line) ?? [];
    const isFree = start === undefined && line !== "" && !line.startsWith(":");
    const found = isFree ? loose.take(line) : events.take(field, line.slice(start?.length));
    seen ||= found.length > 0;
    return found;
  };
  return {
    *take(text: string): Generator<Chunk> {
      for (const line of lines.take(text)) yield* ofLine(line);
    },
    *end(): Generator<Chunk> {
      for (const line of lines.end()) yield* ofLine(line);
      if (!seen) yield* loose.end();
    },
  };
}

function eventReader() {
  let [event, data]: [string, string[]] = ["", []];
  const found = (chunk: Chunk): Chunk[] => {
    data = [];
    return event === "error" && chunk.kind === "object" ? [BROKEN] : [chunk];
  };
  const ofData = (text: string): Chunk[] => {
    if (text.trim() === "[DONE]") return found({ kind: "done" });
    data.push(text);
    const value = text.trimEnd().endsWith("}") ? objectFrom(data.join("\n")) : undefined;
    if (value) return found({ kind: "object", value });
    return data.length > MOST_LINES || event === "error" ? found(BROKEN) : [];
  };
  const atEnd = (): Chunk[] => {
    const isBroken = data.some((each) => each.trim() !== "");
    [event, data] = ["", []];
    return isBroken ? [BROKEN] : [];
  };
  return {
    /** An empty line, or a comment, has no field. */
    take: (field: string | undefined, value: string): Chunk[] => {
      if (field === "event") event = value.trim();
      if (field === "data") return ofData(value);
      return field === undefined && value === "" ? atEnd() : [];
    },
  };
}

/** Lines that belong to no event: each is an object, or all together are one. */
function looseReader() {
  let [all, odd] = ["", 0];
  return {
    take: (line: string): Chunk[] => {
      all += `${line}\n`;
      if (!line.startsWith("{")) return [];
      const value = objectFrom(line);
      if (value) return [{ kind: "object", value }];
      odd += 1;
      return odd > MOST_LINES ? [BROKEN] : [];
    },
    end: (): Chunk[] => {
      const value = objectFrom(all);
      if (value) return [{ kind: "object", value }];
      return all === "" ? [] : [BROKEN];
    },
  };
}
