import type { ToolCall } from "@todo-mesh/contracts";
import { z } from "zod";
import type { Odd } from "./older-rows.ts";

const LONGEST = 16_000;

const Arguments = z.record(z.string(), z.json());
const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
// A model's arguments are JSON within JSON.
const Given = z.union([
  Arguments,
  z
    .string()
    .transform((text) => asJson(text || "{}"))
    .pipe(Arguments),
]);

const Plain = z.object({
  id: z.string().optional(),
  name: z.string().min(1),
  arguments: Given.default({}),
  result: z.json().default(null),
});
const OfModel = z
  .object({
    id: z.string().optional(),
    function: z.object({ name: z.string().min(1), arguments: Given.default({}) }),
    result: z.json().default(null),
  })
  .transform(({ id, function: { name, arguments: given }, result }) => ({
    id,
    name,
    arguments: given,
    result,
  }));
const Calls = z.array(z.union([Plain, OfModel]));

const HALF = /\\ud[89a-f]/i;

/** The tool calls that a column holds, as JSON, as text of JSON, or as a model writes them; or what is odd about it. */
export function olderToolCalls(
  column: string | null,
): { readonly calls: readonly ToolCall[] } | { readonly odd: Odd } {
  const text = column?.trim() ?? "";
  if (text === "") return { calls: [] };
  if (text.length > LONGEST) return { odd: "many-tool-calls" };
  const found = callsIn(text);
  if (found === null) return { calls: [] };
  const { data } = Calls.safeParse(found);
  // No store keeps half a character as it is.
  if (!data || HALF.test(JSON.stringify(data))) return { odd: "tool-calls" };
  return { calls: data.map(({ id, ...call }, n) => ({ id: id ?? `older-${n}`, ...call })) };
}

/** A list of calls, or a single one; some kept JSON as text of JSON. */
function callsIn(text: string): unknown {
  const read = asJson(text);
  const found = typeof read === "string" ? asJson(read) : read;
  return found === null || Array.isArray(found) ? found : [found];
}
