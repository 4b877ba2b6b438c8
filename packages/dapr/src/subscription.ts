import type { DataOf, Event, EventContract } from "@todo-mesh/contracts/events";

/** An event as it arrived. Any use case that takes an `Event` takes it as well. */
export interface ArrivedEvent<Data> extends Event<Data> {
  readonly type: string;
  /** Where it stands in a trace, for what is sent on because of it. */
  readonly traceparent?: string | undefined;
}

/** Which kinds of event go to which use case. `handle` only ever sees data that its contract has parsed. */
export interface Subscription {
  readonly contracts: readonly EventContract[];
  /** Events that come together are handed over together; else one by one. */
  readonly together: boolean;
  handle(events: readonly ArrivedEvent<unknown>[]): Promise<void>;
}

type OneOrMore<Item> = Item | readonly Item[];

/** Hands each event to `useCase`, one at a time, in the order of its partition. */
export function on<Contract extends EventContract>(
  contracts: OneOrMore<Contract>,
  useCase: (event: ArrivedEvent<DataOf<Contract>>) => Promise<void>,
): Subscription {
  return {
    contracts: [contracts].flat(),
    together: false,
    async handle(events: readonly ArrivedEvent<DataOf<Contract>>[]) {
      for (const event of events) await useCase(event);
    },
  };
}

/**
 * Hands the events that come together (at most 100) to `useCase` at once, in the order of each
 * partition. When it throws, each is handed over again alone, so that one bad event fails alone:
 * let it be all or nothing, or safe to repeat.
 */
export function onBatch<Contract extends EventContract>(
  contracts: OneOrMore<Contract>,
  useCase: (events: readonly ArrivedEvent<DataOf<Contract>>[]) => Promise<void>,
): Subscription {
  return { contracts: [contracts].flat(), together: true, handle: useCase };
}
