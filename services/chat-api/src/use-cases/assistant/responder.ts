import type { ApprovalDecision, Outcome } from "@todo-mesh/contracts";
import type { PlannedCall } from "../../domain/assistant/plan-turn.ts";
import type { Known } from "../../domain/grammar/deeds.ts";
import type { Proposal } from "./propose.ts";
import type { Turn } from "./turn.ts";

/** What a responder can do in a turn. Calls are done one after the other, and each has its outcome before the next. */
export interface TurnActions extends Known {
  /** A call is done once under its `key`; without one under its place among the calls of its turn. */
  readonly call: (planned: PlannedCall, key?: string) => Promise<Outcome>;
  /** Takes back what turns before did, and words it; nothing where nothing of that stands. */
  readonly takeBack: (turnIds: readonly string[]) => Promise<string>;
  /** Asks its person, with the answer, to allow what is done only then. */
  readonly propose: (wishes: readonly PlannedCall[]) => Promise<Omit<Proposal, "approval">>;
  /** Decides what was asked before, and words what came of it. */
  readonly decide: (decision: ApprovalDecision & { readonly id: string }) => Promise<string>;
}

/** Shows words of the answer before it is whole. */
export type Emit = (text: string) => void;

/** The rest of the answer, behind all that was emitted. */
interface Reply {
  readonly text: string;
  /** Its person stopped it. */
  readonly interrupted?: true;
}

/** Answers a turn: it understands what was said, does what it asks by actions, and words what came of them. */
export type Responder = (turn: Turn, actions: TurnActions, emit: Emit) => Promise<Reply>;
