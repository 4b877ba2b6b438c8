import { z } from "zod";
import { CloudEvent } from "../events/event.ts";
import { SOURCES } from "../events/topics.ts";
import { type EventEntry, EVENTS } from "./events.ts";
import { EXAMPLE_TASK_ID } from "./examples.ts";
import { legible } from "./legible.ts";

const { id, traceparent } = CloudEvent.shape;

/** What our services put on every envelope; of CloudEvents' own attributes some are optional. */
const OUR_ENVELOPE = CloudEvent.extend({
  id: id.meta({ description: "The same id is the same event, however often it is heard." }),
  subject: z.string().meta({ description: "The id of what it is about." }),
  time: z.iso.datetime(),
  datacontenttype: z.literal("application/json"),
  traceparent: traceparent.meta({ description: "W3C Trace Context." }),
});

/** The JSON Schema (2020-12) of one event as it lies on its topic. It stands alone; fields of tomorrow pass it. */
function eventSchema({ contract, title, description, example }: EventEntry): object {
  const { type, topic, data } = contract;
  const ours = { source: SOURCES[topic] ?? "", type };
  const schema = OUR_ENVELOPE.extend({
    source: z.literal(ours.source),
    type: z.literal(type),
    data,
  });
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", override: legible });
  return {
    $schema,
    $id: `urn:todo-mesh:schema:${type}`,
    title,
    description,
    ...rest,
    examples: [{ ...ENVELOPE, ...ours, data: example }],
  };
}

/** The schemas of all events, by their type. */
export const eventSchemas = (): ReadonlyMap<string, object> =>
  new Map(EVENTS.map((entry) => [entry.contract.type, eventSchema(entry)]));

const ENVELOPE = {
  specversion: "1.0",
  id: "019ae3c1-8d2e-7b4f-a1c0-3d5e7f9a1b2c",
  subject: EXAMPLE_TASK_ID,
  time: "2026-12-03T07:12:00.214Z",
  datacontenttype: "application/json",
};
