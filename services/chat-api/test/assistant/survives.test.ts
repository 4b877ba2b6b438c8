import { beforeEach, describe, expect, test } from "@jest/globals";
import { createTurns } from "../../src/use-cases/assistant/turns.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";
import { asked, ear, endOf, expectWhole, type Heard, talks } from "./an-ear.ts";

let api: ChatApi;
let other: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
  other = await aChatApi(api);
});

// The first is that of the message.
const COMMITS = [2, 3, 4, 5, 6, 7];
const POINTS = (["before", "after"] as const).flatMap((by) =>
  COMMITS.map((nth) => [by, nth] as const),
);

describe("a turn whose process dies", () => {
  test.each(POINTS)(
    "%s its commit %i is heard to its end on another replica: what was shown, and what was done",
    async (by, nth) => {
      const { heard, tell, turnId } = ear(() => api.store.isDead());
      api.store.dieAt(nth, by);
      await createTurns({ ...api, responder: talks }).take(asked, tell);
      api.clock.advance(10_001);
      const after = heard.at(-1)?.n ?? 0;
      const rest = ear();
      await other.turns.resume({ userId: ADA, turnId: turnId(), after }, rest.tell);
      expect(api.store.isDead()).toBe(true);
      await expectWhole(other, [...heard, ...rest.heard]);
    },
  );

  test.each(POINTS)(
    "%s its commit %i and that is said again elsewhere is one turn, and each call is done once",
    async (by, nth) => {
      const keyed = { ...asked, idempotency: { key: "k", fingerprint: "f" } };
      api.store.dieAt(nth, by);
      await createTurns({ ...api, responder: talks }).take(keyed, () => undefined);
      api.clock.advance(10_001);
      const { heard, tell } = ear();
      const turns = createTurns({ ...other, responder: talks });
      const answer = await turns.take(keyed, tell);
      expect(endOf(heard)).toEqual(answer);
      expect(await turns.take(keyed, () => undefined)).toEqual(answer);
      await expectWhole(
        other,
        heard.filter(({ event }) => event.event !== "tool.started").map(again),
      );
      expect(await other.messages(answer.conversation_id)).toHaveLength(2);
    },
  );
});

const again = ({ event }: Heard, at: number): Heard => ({ n: at + 1, event });

test.each(["before", "after"] as const)(
  "one that died %s its message was kept was shown to nobody",
  async (by) => {
    const { heard, tell } = ear(() => api.store.isDead());
    api.store.dieAt(1, by);
    await createTurns({ ...api, responder: talks }).take(asked, tell);
    expect(heard).toEqual([]);
  },
);
