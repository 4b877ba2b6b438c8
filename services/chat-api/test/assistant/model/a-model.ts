import { createBudget } from "@todo-mesh/kit";
import { settableClock } from "@todo-mesh/ports/testing";
import { openAiModel } from "../../../src/outbound/model/openai-model.ts";
import type { ModelUse } from "../../../src/use-cases/assistant/respond-by-model.ts";
import { aChatApi } from "../../a-chat-api.ts";
import { NOW } from "../../a-task.ts";
import { aModelServer, type Answered } from "../../outbound/model/a-model-server.ts";
import { chunk, DONE, says, sse, STOP } from "../../outbound/model/streams/a-case.ts";

/** A round in which a model says words. */
export const words = (text: string): Answered => ({ pieces: [sse(says(text), STOP), DONE] });

/** A round in which it makes calls. */
export const calls = (...made: readonly (readonly [name: string, given: object])[]): Answered => {
  const tool_calls = made.map(([name, given], index) => ({
    index,
    id: `call-${index}`,
    function: { name, arguments: JSON.stringify(given) },
  }));
  return { pieces: [sse(chunk({ tool_calls }, "tool_calls")), DONE] };
};

/** Chat-api with a model behind real HTTP that answers as it is told; `before` is a replica beside it. */
export async function aChatWithModel(
  answers: Parameters<typeof aModelServer>[0],
  use: Partial<ModelUse> = {},
  before?: Parameters<typeof aChatApi>[0],
) {
  const server = await aModelServer(answers);
  const ask = openAiModel(
    { baseUrl: server.baseUrl, model: "m" },
    { key: async () => "k", wait: async () => undefined },
  );
  const budget = createBudget({ perMinute: 60_000, burst: 600_000, clock: settableClock(NOW) });
  const given = { ask, profile: "full", historyWindow: 50, grammarFirst: true, budget } as const;
  const api = await aChatApi(before, undefined, { ...given, ...use });
  const asked = (): string[] => server.asked.map(({ body }) => body);
  return { ...api, asked, close: server.close };
}
