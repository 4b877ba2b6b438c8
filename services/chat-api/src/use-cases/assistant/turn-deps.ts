import type { Logger } from "@todo-mesh/kit";
import type { Understand } from "../../domain/grammar/understand.ts";
import type { Wait } from "../deps.ts";
import type { EndDeps } from "./end-interrupted.ts";
import type { Responder } from "./responder.ts";
import type { RunningTurns } from "./running-turns.ts";

/** What a turn of the chat is made with. */
export interface TurnDeps extends EndDeps {
  readonly log: Logger;
  readonly wait: Wait;
  readonly understand: Understand;
  readonly responder: Responder;
  readonly running: RunningTurns;
}
