import {
  OccurrencesAnswer,
  OccurrencesRequest,
  WhenAnswer,
  WhenRequest,
} from "@todo-mesh/contracts";
import type { Operations } from "./operation.ts";

export const WHEN_OPERATIONS: Operations = {
  "POST /when": {
    id: "when",
    summary: "Ask what a sentence means in time",
    about: "Several meanings, each as likely, are told and never guessed. It changes nothing.",
    body: { schema: WhenRequest },
    answers: { 200: { about: "What it means.", json: WhenAnswer } },
  },
  "POST /when/occurrences": {
    id: "occurrences",
    summary: "Ask when a series comes",
    about: "The dates of an RFC 5545 rule in a time zone, without `exdates` and with `rdates`.",
    body: { schema: OccurrencesRequest },
    answers: { 200: { about: "The next dates.", json: OccurrencesAnswer } },
  },
};
