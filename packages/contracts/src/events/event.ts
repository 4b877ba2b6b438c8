import { z } from "zod";
import { UserId } from "../people/user.ts";

/** What one kind of event is called, where it travels and what it says. */
export interface EventContract<Data = unknown> {
  readonly type: string;
  readonly topic: string;
  readonly data: z.ZodType<Data>;
}

/**
 * The envelope on every topic: CloudEvents 1.0, structured JSON. Unknown attributes pass.
 * `id` is the key of de-duplication; `traceparent` is W3C Trace Context.
 */
export const CloudEvent = z.looseObject({
  specversion: z.literal("1.0"),
  id: z.string().min(1).max(200),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().optional(),
  time: z.iso.datetime({ offset: true }).optional(),
  datacontenttype: z.string().optional(),
  traceparent: z.string().optional(),
  data: z.unknown(),
});
export type CloudEvent = z.infer<typeof CloudEvent>;

/** Declares one kind of event. Its data always names the user: the user is the Kafka key. */
export function defineEvent<Shape extends z.ZodRawShape>(
  type: string,
  topic: string,
  shape: Shape,
) {
  return { type, topic, data: z.object({ user_id: UserId, ...shape }) };
}

export type DataOf<Contract extends EventContract> = z.output<Contract["data"]>;

/** One event of a contract, as a use case receives it. */
export interface Event<Data> {
  readonly id: string;
  readonly data: Data;
}
