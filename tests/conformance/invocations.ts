import { describe, expect, test } from "@jest/globals";
import { withTrace } from "@todo-mesh/kit";
import type { Invoker } from "@todo-mesh/ports";
import { failureOf } from "@todo-mesh/ports/conformance";
import type { CalleeApp } from "./callee.ts";

const TRACE = "0af7651916cd43dd8448eb211c80319c";

/** What only real invocation can show. */
export function invocations(
  protocol: string,
  running: () => { invoker: Invoker; callee: CalleeApp },
): void {
  describe(`invoked by ${protocol}`, () => {
    test("the callee works in the caller's trace", async () => {
      const { invoker, callee } = running();
      await withTrace(`00-${TRACE}-b7ad6b7169203331-01`, async () =>
        invoker.invoke({ app: "callee", method: "POST", path: "echo", body: {} }),
      );
      expect(callee.traceparents.at(-1)).toContain(TRACE);
    });

    test("an answer that is no JSON is unavailable", async () => {
      const { invoker } = running();
      const call = { app: "callee", method: "GET", path: "text" } as const;
      expect(await failureOf(async () => invoker.invoke(call))).toBe("unavailable");
    });
  });
}
