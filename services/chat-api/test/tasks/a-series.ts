import type { ChatApi } from "../a-chat-api.ts";

// The tests' clock stands on Sunday 22 November 2026, 11:15 in Rome.
export const ROME = "Europe/Rome";
export const daily = { rule: "FREQ=DAILY", start: "2026-11-20T08:00", timezone: ROME };
export const local = ({ due }: { due: { local: string } }) => due.local;

/** What Ada does with a task that comes again. */
export function withSeries(api: ChatApi) {
  const change = async (id: string, patch: object) =>
    (await api.as("patch", `/tasks/${id}`).send(patch).expect(200)).body;
  return {
    change,
    aSeries: (repeat: object = daily) => api.addTask({ title: "stretch", repeat }),
    does: async (id: string, verb: string) =>
      (await api.as("post", `/tasks/${id}/${verb}`).expect(200)).body,
    move: (id: string, to: string) => change(id, { due: { local: to, timezone: ROME } }),
  };
}
