import type {
  Model,
  ModelMessage,
  ModelRequest,
  ModelTool,
  Round,
} from "../../use-cases/assistant/model.ts";
import { textIn } from "./json.ts";

/*
 * For servers that know no tools: a round is one object of a schema, that names a tool and its arguments. To say
 * something is one of the tools then.
 */

const SAY: ModelTool = {
  name: "say",
  description: "Say something to the person, or ask them.",
  parameters: {
    type: "object",
    properties: { words: { type: "string" } },
    required: ["words"],
    additionalProperties: false,
  },
};

/** A model behind such a server, asked and answering as one with tools. */
export const asObjects =
  (model: Model): Model =>
  async (request, how) =>
    spoken(await model(asObject(request), how));

/** The request with its tools told in words, and with calls and their outcomes as plain messages. */
const asObject = ({ messages, tools }: ModelRequest): ModelRequest => {
  const all = [...tools, SAY];
  const [first, ...others] = messages.map(plain);
  const told = { role: "system" as const, content: `${first?.content ?? ""}\n${rulesOf(all)}` };
  return { messages: [told, ...others], tools: all };
};

const rulesOf = (tools: readonly ModelTool[]): string =>
  [
    'Answer with one JSON object and nothing else: {"name": a tool, "arguments": {…}}. The tools are:',
    ...tools.map(
      ({ name, description, parameters }) =>
        `${name}: ${description} ${JSON.stringify(parameters["properties"] ?? {})}`,
    ),
  ].join("\n");

function plain(message: ModelMessage): ModelMessage {
  if (message.role === "tool")
    return { role: "user", content: `What came of it:\n${message.content}` };
  if (message.role !== "assistant") return message;
  const calls = (message.calls ?? []).map(({ name, arguments: given = {} }) =>
    JSON.stringify({ name, arguments: given }),
  );
  return { role: "assistant", content: [message.content, ...calls].filter(Boolean).join("\n") };
}

/** What a server holds a model to. */
export const formatOf = (tools: readonly ModelTool[]) => ({
  type: "json_schema" as const,
  json_schema: {
    name: "next_step",
    schema: {
      anyOf: tools.map(({ name, parameters }) => ({
        type: "object",
        properties: { name: { type: "string", enum: [name] }, arguments: { ...parameters } },
        required: ["name", "arguments"],
        additionalProperties: false,
      })),
    },
  },
});

/** A round in which to say something is no call. */
function spoken(round: Round): Round {
  const said = round.calls.filter(({ name }) => name === SAY.name);
  if (said.length === 0) return round;
  const calls = round.calls.filter(({ name }) => name !== SAY.name);
  const words = said.map(({ arguments: given }) => textIn(given?.["words"]));
  const text = [round.text, ...words].filter(Boolean).join(" ");
  return { ...round, text, calls, verdict: calls.length > 0 ? "calls" : "stop" };
}
