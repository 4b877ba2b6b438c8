import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { z } from "zod";

/** A door that listens on this machine, until it is closed. */
export async function listening(app: RequestListener) {
  const server: Server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: async (): Promise<void> => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What clients of before speak, and what those of today do. */
export const ERAS = ["legacy", "2026-07-28"] as const;
export type Era = (typeof ERAS)[number];

/** The client of the SDK itself, connected as Claude Desktop or VS Code would be. */
export async function aClient(url: string, token: string, era: Era = "legacy") {
  const mode = era === "legacy" ? era : { pin: era };
  const client = new Client({ name: "a test", version: "1" }, { versionNegotiation: { mode } });
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
  );
  return {
    client,
    tools: async () => (await client.listTools()).tools,
    /** What a call has come to. What it has as structure, its text has as well. */
    call: async (name: string, given: object = {}, meta: object = {}) => {
      const request = { name, arguments: { ...given }, _meta: { ...meta } };
      const answer = Answer.parse(await client.callTool(request));
      const [{ text }] = answer.content;
      const told = Told.parse(JSON.parse(text));
      return { ...told, text, isError: answer.isError, structured: answer.structuredContent };
    },
  };
}

const Answer = z.looseObject({
  isError: z.boolean().default(false),
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  structuredContent: z.looseObject({}).optional(),
});
const Told = z.looseObject({
  result: z.looseObject({ outcome: z.string() }).optional(),
  said: z.string().optional(),
});
