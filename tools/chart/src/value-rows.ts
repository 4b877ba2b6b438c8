import { isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from "yaml";

/** A value of the chart, as its README lists it. */
export interface ValueRow {
  readonly name: string;
  readonly about: string;
  readonly value: string;
}

const MARK = "-- ";

/** The values of a chart in their order, each with the comment above it that begins with `--`. Throws where one has none. */
export function valueRows(text: string): ValueRow[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) throw new Error("values.yaml is no map");
  return rowsOf(contents, "");
}

function rowsOf(map: YAMLMap, path: string): ValueRow[] {
  return map.items.flatMap((pair, at) => {
    const name = `${path}${isScalar(pair.key) ? String(pair.key.value) : ""}`;
    const about = aboutOf(pair, map, at);
    if (about !== undefined) return [{ name, about, value: textOf(pair.value) }];
    if (isMap(pair.value) && pair.value.items.length > 0) return rowsOf(pair.value, `${name}.`);
    throw new Error(`${name} has no comment that begins with "# ${MARK}"`);
  });
}

// The comment of a map's first key is kept with the map.
function aboutOf({ key }: Pair, map: YAMLMap, at: number): string | undefined {
  const comment = (isScalar(key) && key.commentBefore) || (at === 0 && map.commentBefore) || "";
  const line = comment.split("\n").findLast((one) => one.trimStart().startsWith(MARK));
  return line?.trimStart().slice(MARK.length);
}

const textOf = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trim();
