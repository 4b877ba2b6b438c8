import { type ChatAnswer, ToolCall, TurnEvent } from "@todo-mesh/contracts";

/** An event of a turn as it is kept: a newer version may have kinds that this one does not know. */
export interface LoggedEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Those of the events that are known here, with their numbers in the turn; the first is 1. */
export const numbered = (
  logged: readonly LoggedEvent[],
  after = 0,
): { readonly n: number; readonly event: TurnEvent }[] =>
  logged.slice(after).flatMap((each, at) => {
    const { data } = TurnEvent.safeParse(each);
    return data ? [{ n: after + at + 1, event: data }] : [];
  });

/** The words that events show. */
export const wordsIn = (events: readonly LoggedEvent[]): string =>
  numbered(events)
    .flatMap(({ event }) => (event.event === "text.delta" ? event.data.text : []))
    .join("");

/** The calls that events tell the end of. */
export const callsIn = (events: readonly LoggedEvent[]): ToolCall[] =>
  events.flatMap(({ event, data }) =>
    event === "tool.finished" ? (ToolCall.safeParse(data).data ?? []) : [],
  );

/** Whether nothing comes after it. */
export const isLast = ({ event }: Pick<LoggedEvent, "event">): boolean =>
  event === "turn.finished" || event === "turn.failed";

/** What is left to show of an answer, of which `shown` is there already. */
export function restOf(whole: ChatAnswer, shown: string): TurnEvent[] {
  const { response, approval } = whole;
  // An answer that was kept at a first try is no end of what a second one said.
  const text = response.startsWith(shown) ? response.slice(shown.length) : response;
  return [
    ...(text === "" ? [] : [{ event: "text.delta" as const, data: { text } }]),
    ...(approval ? [{ event: "approval.requested" as const, data: approval }] : []),
    { event: "turn.finished", data: whole },
  ];
}
