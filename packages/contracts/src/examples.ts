// What the schemas show as examples: one evening of Ada's. A test holds each against its schema.
export * from "./examples/ids.ts";
export * from "./examples/task.ts";
export * from "./examples/change.ts";
export * from "./examples/chat.ts";
export * from "./examples/event.ts";
export * from "./examples/reminder.ts";
export * from "./examples/when.ts";
