import { execFile } from "node:child_process";
import { request, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { aChatApi } from "../a-chat-api.ts";
import { listening } from "./a-client.ts";

const require = createRequire(import.meta.url);
const SUITE = dirname(require.resolve("@modelcontextprotocol/conformance/package.json"));
const COMMAND = join(SUITE, "dist/index.js");
const run = promisify(execFile);

let door: Awaited<ReturnType<typeof listening>>;
let withToken: Awaited<ReturnType<typeof listening>>;
beforeAll(async () => {
  const api = await aChatApi();
  door = await listening(api.app);
  // The suite shows no token: it goes in by a door that adds one, and leaves all else as it is.
  const { port } = new URL(door.url);
  const adding: RequestListener = (req, res) => {
    const headers = { ...req.headers, authorization: `Bearer ${api.token}` };
    const { method = "", url: path = "" } = req;
    const passed = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    req.pipe(passed);
  };
  withToken = await listening(adding);
});
afterAll(async () => {
  await withToken.close();
  await door.close();
});

// The others ask for tools, resources and prompts of the suite's own.
test.each(["server-initialize", "ping", "tools-list", "dns-rebinding-protection"])(
  "the conformance suite of the protocol passes “%s”",
  async (scenario) => {
    const given = [COMMAND, "server", "--url", `${withToken.url}/mcp`, "--scenario", scenario];
    const { stdout } = await run(process.execPath, given);
    expect(stdout).toMatch(/Passed: (\d+)\/\1, 0 failed, 0 warnings/);
  },
);
