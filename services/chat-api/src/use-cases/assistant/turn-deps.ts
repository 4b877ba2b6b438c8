import type { Logger } from "@todo-mesh/kit";
import type { Understand } from "../../domain/grammar/understand.ts";
import type { TaskDeps } from "../deps.ts";
import type { Responder } from "./responder.ts";

/** What a turn of the chat is made with. */
export interface TurnDeps extends TaskDeps {
  readonly log: Logger;
  readonly understand: Understand;
  readonly responder: Responder;
}
