import { TimeZone } from "@todo-mesh/contracts";
import { z } from "zod";
import type { Operations } from "./operation.ts";

const jsonrpc = z.literal("2.0");
const CALL = {
  jsonrpc: "2.0" as const,
  id: 1,
  method: "tools/call",
  params: { name: "add_task", arguments: { title: "buy milk", when: "tomorrow at 9" } },
};
const Request = z.looseObject({ jsonrpc, method: z.string() }).meta({ examples: [CALL] });
const Answer = z.looseObject({ jsonrpc }).meta({
  examples: [
    {
      jsonrpc: "2.0",
      id: 1,
      result: { content: [{ type: "text", text: '{"result":{"outcome":"added"},"said":"…"}' }] },
    },
  ],
});

export const MCP_OPERATIONS: Operations = {
  "POST /mcp": {
    id: "mcp",
    summary: "What can be done, as tools of the Model Context Protocol",
    about:
      "Streamable HTTP without sessions, for clients of 2025 and of 2026-07-28: `tools/list` and `tools/call`, with the token of every other route. A call is done once under `_meta.idempotency_key`. What is not done is an error of its tool, in words that say the way out; what is refused before that is a problem, as everywhere, and what is no request of the protocol an error of JSON-RPC with 400 or 406.",
    query: z.strictObject({ timezone: TimeZone.optional() }),
    body: { schema: Request },
    answers: {
      200: {
        about: "The answer, by JSON-RPC.",
        json: Answer,
        text: { "text/event-stream": { example: "event: message\ndata: {…}\n\n" } },
      },
      202: { about: "A notification was heard." },
    },
    problems: ["forbidden"],
  },
};
