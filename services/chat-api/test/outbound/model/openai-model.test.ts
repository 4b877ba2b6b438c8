import { afterEach, describe, expect, test } from "@jest/globals";
import { openAiModel } from "../../../src/outbound/model/openai-model.ts";
import { LIMITS } from "../../../src/outbound/model/read-round.ts";
import { aModelServer, type Answered } from "./a-model-server.ts";
import { STREAMS } from "./streams/all.ts";

const tools = ["add_task", "undo"].map((name) => ({ name, description: "", parameters: {} }));
const request = { messages: [{ role: "user" as const, content: "add milk" }], tools };

let close = async (): Promise<void> => undefined;
afterEach(() => close());

async function serving(answers: readonly Answered[], given = LIMITS) {
  const server = await aModelServer(answers);
  close = server.close;
  const waited: number[] = [];
  const model = openAiModel(
    { baseUrl: server.baseUrl, model: "m" },
    { key: async () => "k", wait: async (ms) => void waited.push(ms), limits: given },
  );
  return { model, asked: server.asked, waited };
}

describe("a model's stream with", () => {
  test("each way servers were seen to answer stands in the table once", () => {
    expect(new Set(STREAMS.map(({ name }) => name)).size).toBe(STREAMS.length);
    expect(STREAMS.length).toBeGreaterThanOrEqual(97);
  });

  test.each(STREAMS)("$name", async ({ verdict, text, calls = [], ...answered }) => {
    const idleMs = verdict === "stall" ? 200 : LIMITS.idleMs;
    const { model } = await serving([answered], { ...LIMITS, idleMs });
    const round = await model(request);
    expect(round).toMatchObject({ verdict, calls, ...(text !== undefined && { text }) });
  });
});

const HELLO = 'data: {"choices":[{"delta":{"content":"Hello"},"finish_reason":"stop"}]}\n\n';

test("a failure that passes is tried once more, after as long as the server asks", async () => {
  const busy = { status: 429, headers: { "retry-after": "1" } };
  const { model, asked, waited } = await serving([busy, { pieces: [HELLO] }]);
  expect(await model(request)).toMatchObject({ verdict: "stop", text: "Hello" });
  expect([asked.length, waited]).toEqual([2, [1_000]]);
});

test("a server that stays down is asked twice, and one that refuses once", async () => {
  for (const [status, times] of [
    [503, 2],
    [400, 1],
  ] as const) {
    const { model, asked } = await serving([{ status }]);
    expect(await model(request)).toMatchObject({ verdict: "error" });
    expect(asked).toHaveLength(times);
    await close();
  }
});

test("a server hears nothing of the machine, and nothing that its environment says", async () => {
  process.env["OPENAI_ORG_ID"] = "not-to-be-told";
  const { model, asked } = await serving([{ pieces: [HELLO] }]);
  await model(request).finally(() => delete process.env["OPENAI_ORG_ID"]);
  const [{ headers, body } = { headers: {}, body: "" }] = asked;
  expect(headers.authorization).toBe("Bearer k");
  expect(JSON.stringify([headers, body])).not.toContain("not-to-be-told");
  for (const what of ["os", "arch", "runtime", "runtime-version"])
    expect(headers).not.toHaveProperty(`x-stainless-${what}`);
});

test("what is stopped ends at once, before the first byte and in the middle", async () => {
  for (const end of ["silent", "open"] as const) {
    const { model } = await serving([{ end, pieces: [": here\n\n"] }], LIMITS);
    const stop = new AbortController();
    const round = model(request, { signal: stop.signal });
    stop.abort();
    expect(await round).toMatchObject({ verdict: "stopped" });
    await close();
  }
});

test("a model that never ends is cut off by what it may say, by its calls, and by its time", async () => {
  const words = `data: ${JSON.stringify({ choices: [{ delta: { content: "x".repeat(1_000) } }] })}\n\n`;
  const calls = Array.from({ length: 9 }, (_, at) => ({
    id: `${at}`,
    function: { name: "undo", arguments: {} },
  }));
  const asks = `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: calls } }] })}\n\n`;
  const small = { ...LIMITS, characters: 3_000, calls: 5 };
  for (const piece of [words, asks]) {
    const { model } = await serving([{ pieces: Array(9).fill(piece), end: "open" }], small);
    expect(await model(request)).toMatchObject({ verdict: "length", calls: [] });
    await close();
  }
  const { model } = await serving([{ pieces: [words], end: "open" }], { ...LIMITS, totalMs: 50 });
  expect(await model(request)).toMatchObject({ verdict: "stall" });
});

test("a round costs what the server says, else a token for four characters", async () => {
  const usage = 'data: {"choices":[],"usage":{"total_tokens":7}}\n\n';
  const { model } = await serving([{ pieces: [HELLO, usage] }, { pieces: [HELLO] }]);
  expect((await model(request)).tokens).toBe(7);
  expect((await model(request)).tokens).toBe(2);
});
