import type { Operation, Refusal } from "@todo-mesh/contracts";
import type { Transaction } from "@todo-mesh/state";
import type { Spoken } from "../../domain/grammar/until-moment.ts";
import { contextOf } from "../preferences/context-of.ts";
import { preferencesOf } from "../preferences/preferences.ts";

const hasPhrase = (operation: Operation | Refusal): boolean =>
  "until" in operation && "text" in operation.until;

/** Where and how a person speaks, if some of these operations have phrases; nobody's choices are read for any other. */
export const spokenIn = async (
  tx: Transaction,
  userId: string,
  {
    operations,
    now,
  }: { readonly operations: readonly (Operation | Refusal)[]; readonly now: Date },
): Promise<Spoken | undefined> =>
  operations.some(hasPhrase) ? contextOf({}, await preferencesOf(tx, userId), now) : undefined;
