import type OpenAI from "openai";
import type * as SDK from "openai";
import type {
  Model,
  ModelMessage,
  ModelRequest,
  Round,
  Verdict,
} from "../../use-cases/assistant/model.ts";
import { asObjects, formatOf } from "./as-object.ts";
import { LIMITS, readRound, within } from "./read-round.ts";
import type { Limits } from "./round.ts";

export interface ModelServer {
  readonly baseUrl: string;
  readonly model: string;
  /** For models that lose their way: no chance in what they say. */
  readonly temperature?: number | undefined;
  /** It knows no tools: what it does and says is asked as one object of a schema. */
  readonly withoutTools?: boolean | undefined;
}

interface OpenAiDeps {
  /** Read anew for each connection that is made; a server may need none. */
  readonly key: () => Promise<string>;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly limits?: Limits;
}

/** Whoever waits longer than this for a server that asks for patience is better served by the grammar. */
const PATIENCE_MS = 2_000;

/**
 * A model behind any server of OpenAI's Chat Completions. It is asked at the one address that was configured: no
 * variable of the environment, no redirect leads elsewhere. What is passing is tried once more before the first byte.
 */
export function openAiModel(server: ModelServer, deps: OpenAiDeps): Model {
  const limits = deps.limits ?? LIMITS;
  const model: Model = async (request, { signal, hear } = {}) => {
    const stop = new AbortController();
    const whenStopped = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
    const names = new Set(request.tools.map(({ name }) => name));
    try {
      // It takes 20 MB of memory, and without a model nobody needs it.
      const sdk = await import("openai");
      const opening = open(sdk, { server, deps, request, signal: whenStopped });
      const body = await within(limits.idleMs, opening, signal);
      if (typeof body === "string") return nothing(body === "late" ? "stall" : body);
      return await readRound(body, { isTool: (name) => names.has(name), limits, signal, hear });
    } catch {
      return nothing(signal?.aborted ? "stopped" : "error");
    } finally {
      stop.abort();
    }
  };
  return server.withoutTools ? asObjects(model) : model;
}

const nothing = (verdict: Verdict): Round => ({ verdict, text: "", calls: [], tokens: 0 });

interface Opening {
  readonly server: ModelServer;
  readonly deps: OpenAiDeps;
  readonly request: ModelRequest;
  readonly signal: AbortSignal;
}

async function open(
  { default: Client, APIError }: Pick<typeof SDK, "default" | "APIError">,
  { server, deps, request, signal }: Opening,
): Promise<ReadableStream<Uint8Array>> {
  const client = new Client(optionsOf(server, await deps.key()));
  const ask = async () => {
    const asked = client.chat.completions.create(bodyOf(server, request), { signal });
    const { body } = await asked.asResponse();
    if (!body) throw new Error("The server of the model answered with no body");
    return body;
  };
  try {
    return await ask();
  } catch (error) {
    const pause = error instanceof APIError ? pauseOf(error) : undefined;
    if (pause === undefined || signal.aborted) throw error;
    await deps.wait(pause, signal);
    return ask();
  }
}

const PASSING = [408, 429, 500, 502, 503, 504];

/** How long to wait before another try; undefined where none would help. */
function pauseOf({ status, headers }: InstanceType<typeof OpenAI.APIError>): number | undefined {
  if (status !== undefined && !PASSING.includes(status)) return undefined;
  const asked = Number(headers?.get("retry-after") ?? 0) * 1_000;
  return asked > PATIENCE_MS ? undefined : Math.max(asked || 0, 100);
}

const silent = (): void => undefined;

const optionsOf = ({ baseUrl }: ModelServer, apiKey: string) => ({
  baseURL: baseUrl,
  apiKey,
  organization: null,
  project: null,
  adminAPIKey: null,
  webhookSecret: null,
  maxRetries: 0,
  logLevel: "off" as const,
  logger: { error: silent, warn: silent, info: silent, debug: silent },
  fetchOptions: { redirect: "error" as const },
  // A server has no need to know what machine this is.
  defaultHeaders: Object.fromEntries(
    ["Lang", "Package-Version", "OS", "Arch", "Runtime", "Runtime-Version"].map((what) => [
      `X-Stainless-${what}`,
      null,
    ]),
  ),
});

const bodyOf = (
  { model, temperature, withoutTools }: ModelServer,
  { messages, tools }: ModelRequest,
) => ({
  model,
  messages: messages.map(messageOf),
  ...(withoutTools
    ? { response_format: formatOf(tools) }
    : tools.length > 0 && {
        tools: tools.map((tool) => ({ type: "function" as const, function: { ...tool } })),
      }),
  ...(temperature !== undefined && { temperature }),
  stream: true as const,
  stream_options: { include_usage: true },
});

function messageOf(message: ModelMessage): OpenAI.ChatCompletionMessageParam {
  if (message.role === "tool")
    return { role: "tool", tool_call_id: message.key, content: message.content };
  if (message.role !== "assistant") return message;
  const calls = (message.calls ?? []).map(({ key, name, arguments: given = {} }) => ({
    id: key,
    type: "function" as const,
    function: { name, arguments: JSON.stringify(given) },
  }));
  return {
    role: "assistant",
    content: message.content,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}
