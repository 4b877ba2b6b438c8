import { ReminderExplanation } from "@todo-mesh/contracts";
import { ListReminders, ReadReminder } from "@todo-mesh/contracts/calls";
import { otherMethods, parse, userOf } from "@todo-mesh/kit";
import { Router } from "express";
import type { ExplainReminder } from "../use-cases/explain-reminder.ts";
import { answerJson } from "./answer-json.ts";
import type { Operations } from "./openapi/operation.ts";
import { proxy } from "./proxy.ts";

/** `/reminders`: what reminder-service knows of what rings for this person. */
export const REMINDERS = [
  proxy("/reminders", ListReminders, {
    id: "listReminders",
    summary: "Read the reminders",
    about:
      "What will ring and what rang, by task, by day, a page at a time. What cannot be planned is among the pending ones, with the reason. A ring is known for 90 days; of a reminder that comes again the last ten.",
    answer: "A page of reminders.",
  }),
  proxy("/reminders/{id}", ReadReminder, {
    id: "getReminder",
    summary: "Read a reminder",
    about:
      "A reminder as it is now, when it rang, and what became of it and why. Notifications and events have its id as `reminder_id`.",
    answer: "The reminder.",
  }),
];

/** What two services know of a reminder, in words. */
export const REMINDER_OPERATIONS: Operations = {
  "GET /reminders/{id}/explanation": {
    id: "explainReminder",
    summary: "Ask what became of a reminder, in words",
    about:
      "Each step with the code of its cause and its sentence, in the language that its person has chosen, else in that of its title; what was shown and read is among them, and which dates of its series were done, skipped or moved.",
    answers: { 200: { about: "The explanation.", json: ReminderExplanation } },
  },
};

const { id: Id } = ReadReminder.request.shape;

/** `/reminders/{id}/explanation`. */
export function reminderRoutes({
  explainReminder,
}: {
  readonly explainReminder: ExplainReminder;
}): Router {
  const router = Router();
  const explain = answerJson<{ id: string }>(async (req, res) =>
    explainReminder(userOf(res), parse(Id, req.params.id, "id")),
  );
  router.route("/reminders/:id/explanation").get(explain).all(otherMethods());
  return router;
}
