import { existsSync, readFileSync, unlinkSync } from "node:fs";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";

/**
 * Loaded into a service before its own code (`node --import`), it kills the process without a last word at a
 * named point: before or after a state transaction or a publish that has a certain text in it. The file named
 * by FAIL_POINT_FILE tells which, and is gone once it has happened.
 */
interface Point {
  readonly when: "before" | "after";
  readonly what: "transaction" | "publish";
  readonly text: string;
}

const file = process.env["FAIL_POINT_FILE"] ?? "";
const { request } = http;

const whatIs = (path: string): Point["what"] | undefined => {
  if (path.endsWith("/transaction")) return "transaction";
  return path.startsWith("/v1.0/publish") ? "publish" : undefined;
};

const pointIn = (path: string, body: unknown): Point | undefined => {
  const what = whatIs(path);
  if (!what || typeof body !== "string" || !existsSync(file)) return undefined;
  const point: Point = JSON.parse(readFileSync(file, "utf8"));
  return point.what === what && body.includes(point.text) ? point : undefined;
};

function die(): void {
  unlinkSync(file);
  process.kill(process.pid, "SIGKILL");
}

// The sidecar is asked by `request(options)`, ended with the whole body.
const watched = new Proxy(request, {
  apply: (target, self, args: Parameters<typeof request>) => {
    const outgoing = Reflect.apply(target, self, args);
    const end = new Proxy(outgoing.end.bind(outgoing), {
      apply: (ended, of, given: unknown[]) => {
        const point = pointIn(outgoing.path, given[0]);
        if (point?.when === "before") die();
        if (point?.when === "after") outgoing.prependListener("response", die);
        const answer: unknown = Reflect.apply(ended, of, given);
        return answer;
      },
    });
    Object.assign(outgoing, { end });
    return outgoing;
  },
});
Object.assign(http, { request: watched });
syncBuiltinESMExports();
