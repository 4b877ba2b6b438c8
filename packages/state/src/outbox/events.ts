import type { CloudEvent, EventContract } from "@todo-mesh/contracts/events";
import { currentTraceparent } from "@todo-mesh/kit";
import { AppError, type Clock, type IdSource, type Json } from "@todo-mesh/ports";

/** Something that happened, to be told to others. */
export interface NewEvent<Data = unknown> {
  readonly contract: EventContract<Data>;
  /** Whom it is about; the events of one user keep their order. */
  readonly userId: string;
  /** The object it is about. */
  readonly subject: string;
  readonly data: Data;
  /** The same id means the same event; a fresh one unless given. */
  readonly id?: string | undefined;
}

/** An event whose data is held against its contract by the compiler as well. */
export const eventOf = <Data>(
  contract: EventContract<Data>,
  event: Omit<NewEvent<Data>, "contract">,
): NewEvent => ({ contract, ...event });

/** An event as it is kept: ready to leave, and its size. */
export interface Sealed {
  readonly topic: string;
  readonly key: string;
  readonly event: CloudEvent;
  readonly json: Json;
  readonly bytes: number;
}

const LARGEST_BYTES = 256 * 1_024;

/** Makes the CloudEvent that will be published. Data that breaks its contract is a `bug`, more than 256 KB is `invalid`. */
export function sealEvent(
  { contract, userId, subject, data, id }: NewEvent,
  from: { readonly clock: Clock; readonly ids: IdSource; readonly service: string },
): Sealed {
  const checked = contract.data.safeParse(data);
  if (!checked.success)
    throw new AppError("bug", `What ${contract.type} says is not what its contract promises`, {
      cause: checked.error,
    });
  const traceparent = currentTraceparent();
  const event: CloudEvent = {
    specversion: "1.0",
    id: id ?? from.ids.next(),
    source: from.service,
    type: contract.type,
    subject,
    time: from.clock.now().toISOString(),
    datacontenttype: "application/json",
    ...(traceparent !== undefined && { traceparent }),
    data: checked.data,
  };
  const text = JSON.stringify({ topic: contract.topic, key: userId, event });
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGEST_BYTES)
    throw new AppError("invalid", "This is more than one event can carry (256 KB)");
  const json: Json = JSON.parse(text);
  return { topic: contract.topic, key: userId, event, json, bytes };
}
