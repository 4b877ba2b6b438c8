export { callOf } from "./call-of.ts";
export { requestOf } from "./call-request.ts";
export type { DeadLetter, DeadLetters } from "./dead-letters.ts";
export type { Refused } from "./delivery.ts";
export { eventRouter, type EventRouterOptions } from "./event-router.ts";
export { jobRouter } from "./job-router.ts";
export { type Asked, callRouter, serve, type Served, verbOf } from "./serve.ts";
export { type ArrivedEvent, on, onBatch, type Subscription } from "./subscription.ts";
