import { DEAD_LETTER_HEADERS } from "@todo-mesh/contracts/events";
import type { IHeaders, KafkaMessage } from "kafkajs";
import { z } from "zod";

/** A dead letter as it lies in Kafka, and what can be read of it. */
export interface Letter {
  readonly partition: number;
  readonly offset: string;
  readonly time: Date;
  /** The person whose event it was. */
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly kind: string;
  /** Whether only the beginning of the body is left. */
  readonly isCut: boolean;
  /** Of the event, where its body can be read so far. */
  readonly id: string | undefined;
  readonly type: string | undefined;
}

const Named = z.object({
  id: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
});

/** Reads a letter; whatever its body is, it is a letter. */
export function letterOf(partition: number, message: KafkaMessage): Letter {
  const headers = textsOf(message.headers ?? {});
  const body = message.value ?? Buffer.alloc(0);
  const { id, type } = namedIn(body);
  return {
    partition,
    offset: message.offset,
    time: new Date(Number(message.timestamp)),
    key: message.key?.toString(),
    headers,
    body,
    kind: headers[DEAD_LETTER_HEADERS.kind] ?? "unknown",
    isCut: headers[DEAD_LETTER_HEADERS.cut] === "true",
    id,
    type,
  };
}

/** Where a letter lies in its topic: what `--letter` takes. */
export const placeOf = ({ partition, offset }: Letter): string => `${partition}/${offset}`;

const textsOf = (headers: IHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(Array.isArray(value) ? value.at(-1) : value)]],
    ),
  );

function namedIn(body: Buffer): z.infer<typeof Named> {
  try {
    return Named.safeParse(JSON.parse(body.toString())).data ?? {};
  } catch {
    return {};
  }
}
