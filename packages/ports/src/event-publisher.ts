import type { CloudEvent } from "@todo-mesh/contracts/events";

/** An event on its way out; events with one `key` keep their order. */
export interface OutgoingEvent {
  readonly topic: string;
  readonly key: string;
  readonly event: CloudEvent;
}

/**
 * Says that things happened. Resolves once the broker has accepted every one; else `unavailable`, and some
 * may have gone out. An event of more than 1 MB is `too-large`, and then none has.
 */
export interface EventPublisher {
  publish(events: readonly OutgoingEvent[]): Promise<void>;
}
