import { decisionIn } from "../../domain/assistant/approval.ts";
import type { Responder } from "./responder.ts";

/** Takes a yes or a no for the decision of what was asked just before; whatever else is said goes to another. */
export const respondToApproval =
  (other: Responder): Responder =>
  async (turn, actions, emit) => {
    const approval = turn.window.at(-1)?.approval;
    const decision = approval && decisionIn(turn.message);
    if (!decision) return other(turn, actions, emit);
    return { text: await actions.decide({ id: approval.id, decision }) };
  };
