import type { Clock, IdSource } from "@todo-mesh/ports";
import { v7 } from "uuid";

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() };

/** UUIDs of version 7 (RFC 9562): in the order this process made them. */
export const uuidV7Ids: IdSource = { next: () => v7() };
