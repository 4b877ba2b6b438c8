import { Approval, Preferences } from "@todo-mesh/contracts";
import { z } from "zod";
import { tidy } from "../grammar/tidy.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { isLongerThan } from "../tasks/title-key.ts";
import type { Spoken } from "../grammar/until-moment.ts";

/*
 * What only its person may allow: pending → approved | rejected | expired | outdated. It is decided once, and bound to
 * its person, conversation and turn, to these arguments, and to the versions of the tasks it was made for.
 */

const LASTS_MS = 15 * 60_000;
/** No yes is longer. */
const LONGEST = 40;

const KeptAct = Approval.shape.acts.element.extend({
  /** The task that is meant, as it was then. */
  task: z.object({ id: z.uuid(), version: z.int() }).optional(),
  /** The moment until when, once it was worked out. */
  until: z.object({ at: z.iso.datetime(), timezone: z.string() }).optional(),
});
export type KeptAct = z.infer<typeof KeptAct>;

/** An approval with all that it is bound to. */
export const KeptApproval = Approval.extend({
  acts: z.array(KeptAct).min(1),
  /** When, where and how it was asked for. */
  said: z.object({
    now: z.iso.datetime(),
    timezone: z.string(),
    preferences: Preferences.strip().optional(),
    dayBegins: z.string().optional(),
  }),
  /** What was answered when it was decided, as it was sent. */
  answer: z.string().optional(),
});
export type KeptApproval = z.infer<typeof KeptApproval>;

type Asking = Pick<Approval, "id" | "conversation_id" | "turn_id"> & Pick<KeptApproval, "acts">;

/** Asks for a yes from now on, to what was said then. */
export const newApproval = (asking: Asking, said: Spoken, now: Date): KeptApproval =>
  KeptApproval.parse({
    ...asking,
    status: "pending",
    asked_at: now.toISOString(),
    expires_at: new Date(now.getTime() + LASTS_MS).toISOString(),
    said: { ...said, now: said.now.toISOString() },
  });

/** Where it was said, for what is worked out of it later. */
export const contextOfApproval = ({ said }: KeptApproval): Spoken => ({
  ...said,
  now: new Date(said.now),
});

/** The approval as it is shown now: after its time it waits no longer. */
export function shownApproval(kept: Approval, now: Date): Approval {
  const approval = Approval.parse(kept);
  const isOver = approval.status === "pending" && approval.expires_at <= now.toISOString();
  return isOver ? { ...approval, status: "expired" } : approval;
}

/** Whether a message is a yes or a no, in any language, and nothing else. */
export function decisionIn(message: string): "approve" | "reject" | undefined {
  if (isLongerThan(message, LONGEST)) return undefined;
  for (const { approval, sentences } of Object.values(LANGUAGES)) {
    const line = tidy(message, sentences.polite);
    if (approval.yes.test(line)) return "approve";
    if (approval.no.test(line)) return "reject";
  }
  return undefined;
}
