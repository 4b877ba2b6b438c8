export { eventSchemas } from "./event-schema.ts";
export { type EventEntry, EVENTS } from "./events.ts";
export { legible } from "./legible.ts";
export { EXAMPLES } from "./examples.ts";
