import { z } from "zod";
import type { Action, Tool } from "../../domain/actions/action.ts";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import type { ModelTool } from "./model.ts";

/**
 * `full`: everything; `small`: what people do most, in the words they use, for models that lose their way; `json`: the
 * same for servers that know no tools.
 */
export type Profile = "full" | "small" | "json";

/** What a model may call, and the action behind each name. */
export interface ModelTools {
  readonly tools: readonly ModelTool[];
  readonly behind: (name: string) => (Action & { readonly tool: Tool }) | undefined;
}

/** The tools of a profile: made from the rows of the catalogue, once. */
export function modelTools({ actions }: Catalogue, profile: Profile): ModelTools {
  const rows = actions.flatMap(({ tool, ...action }) => (tool ? [{ ...action, tool }] : []));
  const nameOf = ({ name, plainName }: Action): string | undefined =>
    profile === "full" ? name : plainName;
  const named = rows.flatMap((row) => {
    const name = nameOf(row);
    return name === undefined ? [] : [[name, row] as const];
  });
  const byName = new Map(named);
  return {
    tools: named.map(([name, { title, about = "", tool }]) => ({
      name,
      description: `${title}. ${about}`.trim(),
      parameters: parametersOf(tool),
    })),
    behind: (name) => byName.get(name),
  };
}

/** Servers differ in how they take what is not plain: the first line of a schema is left out. */
function parametersOf({ input }: Tool): ModelTool["parameters"] {
  const { $schema: _, ...parameters } = z.toJSONSchema(input, { io: "input" });
  return parameters;
}
