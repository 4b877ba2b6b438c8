import { aChatApi, type ChatApi } from "../../a-chat-api.ts";

export interface Answer {
  readonly status: number;
  readonly body: any;
}

/** A person at a service that may be cut off at any write and started again: they ask until they are answered. */
export function aWorld(first: ChatApi) {
  const lives = [first];
  const api = (): ChatApi => lives.at(-1) ?? first;
  let asked = 0;
  const restart = async (): Promise<void> => void lives.push(await aChatApi(api()));

  const ask = async (
    method: "post" | "patch" | "delete",
    path: string,
    body: object = {},
  ): Promise<Answer> => {
    asked += 1;
    const key = `k${asked}`;
    for (let tries = 0; tries < 5; tries += 1) {
      const res = await api().as(method, path).set("idempotency-key", key).send(body);
      if (res.status !== 503) return { status: res.status, body: res.body };
      await restart();
    }
    throw new Error(`${method} ${path} was never answered`);
  };

  return {
    ask,
    api,
    restart,
    breakAt: (nth: number, by: "before" | "after"): void => api().store.breakAt(nth, by),
    nowMs: (): number => api().clock.now().getTime(),
    /** Everything that was told, by all its lives. */
    events: async () => {
      for (const { outbox } of lives) await outbox.idle();
      return first.publisher.published.map(({ event }) => event);
    },
  };
}

export type World = ReturnType<typeof aWorld>;
