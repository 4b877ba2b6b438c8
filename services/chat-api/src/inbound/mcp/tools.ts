import { AnyJson, ApprovalNeeded, NotDone } from "@todo-mesh/contracts";
import { z } from "zod";
import type { Action, Tool } from "../../domain/actions/action.ts";
import type { Catalogue } from "../../domain/actions/catalogue.ts";

/** A tool as a client of MCP is told of it. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
}
type ObjectSchema = z.output<typeof ObjectSchema>;
const ObjectSchema = z.looseObject({ type: z.literal("object") });

export const DO_MANY = "do_many";
const MOST_CALLS = 25;

/** What any tool is given, before it is looked at. */
export const Given = z.record(z.string(), AnyJson);
/** The calls of `do_many`; what each is given is for its own tool to check. */
export const ManyCalls = z.strictObject({
  calls: z
    .array(z.strictObject({ name: z.string(), arguments: Given }))
    .min(1)
    .max(MOST_CALLS),
});

/** What a client may say beside a call. Under the same key the same call is done once, whoever sends it again. */
export const Meta = z
  .looseObject({
    idempotency_key: z
      .string()
      .regex(/^[\x20-\x7e]{1,200}$/, "1 to 200 printable ASCII characters")
      .optional(),
  })
  .optional();

const Keyed = z.object({ params: z.object({ _meta: Meta }).transform(({ _meta: meta }) => meta) });

/** The key of a request that calls a tool. */
export const keyInCall = (body: unknown): string | undefined =>
  Keyed.safeParse(body).data?.params?.idempotency_key;

/** What can be called, made of the rows of the catalogue; and one tool that makes many calls of the others. */
export function mcpTools({ actions }: Catalogue): readonly McpTool[] {
  const rows = actions.flatMap(({ tool, ...action }) => (tool ? [{ ...action, tool }] : []));
  return [...rows.map(toolOf), manyOf(rows)];
}

type Row = Omit<Action, "tool"> & { readonly tool: Tool };

function toolOf(row: Row): McpTool {
  const { name, title, about = "", risk, effect, idempotent, tool } = row;
  return {
    name,
    title,
    description: `${title}. ${about}`.trim(),
    inputSchema: schemaOf(tool.input, "input"),
    outputSchema: schemaOf(resultOf(row), "output"),
    annotations: {
      title,
      readOnlyHint: risk === "read",
      destructiveHint: risk === "destroy",
      idempotentHint: risk === "read" || idempotent === true,
      openWorldHint: effect === "remote",
    },
  };
}

const ALREADY = NotDone.options[0];
const Said = z.string().meta({ description: "The same in words, for the person." });

const resultOf = ({ risk, tool: { outcome } }: Row) => {
  const results = [outcome, ALREADY, ...(risk === "destroy" ? [ApprovalNeeded] : [])];
  return z.object({ result: z.union(results), said: Said });
};

function manyOf(rows: readonly Row[]): McpTool {
  const title = "Do many things";
  const Call = z.strictObject({
    name: z.enum(rows.map(({ name }) => name)),
    arguments: Given.meta({ description: "As the tool of this name takes them." }),
  });
  const calls = z.array(Call).min(1).max(MOST_CALLS).meta({ description: "In their order." });
  const One = z.object({
    at: z.int().meta({ description: "Which of the calls, from 0." }),
    name: z.string(),
    result: z.looseObject({ outcome: z.string() }),
    said: Said,
  });
  return {
    name: DO_MANY,
    title,
    description: `${title}, up to ${MOST_CALLS}, one after the other, each as if it were called alone. What one of them refuses keeps none of the others back; an undo takes all of them back.`,
    inputSchema: schemaOf(z.strictObject({ calls }), "input"),
    outputSchema: schemaOf(z.object({ done: z.array(One), failures: z.array(One) }), "output"),
    annotations: {
      title,
      readOnlyHint: false,
      destructiveHint: rows.some(({ risk }) => risk === "destroy"),
      idempotentHint: false,
      openWorldHint: rows.some(({ effect }) => effect === "remote"),
    },
  };
}

/** As short as it may be, for a model may have to read it. Answers grow: whoever reads them passes over what is new. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): ObjectSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    reused: io === "output" ? "ref" : "inline",
    override: ({ jsonSchema }) => {
      if (io === "output" || jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  return ObjectSchema.parse(plain);
}
