import { PersonPreferences, PreferencesPatch, SessionRead } from "@todo-mesh/contracts";
import { ONCE_IF_MATCH, VERSIONED } from "./headers.ts";
import type { Operations } from "./operation.ts";

export const PREFERENCES_OPERATIONS: Operations = {
  "GET /preferences": {
    id: "readPreferences",
    summary: "Read what you have chosen",
    answers: { 200: { about: "The choices.", headers: VERSIONED, json: PersonPreferences } },
  },
  "GET /session": {
    id: "readSession",
    summary: "Read who you are here, and what this mesh can do",
    about: "All that a client needs to begin.",
    answers: { 200: { about: "The session.", json: SessionRead } },
  },
  "PATCH /preferences": {
    id: "changePreferences",
    summary: "Choose what your words mean",
    about: "The chat and `/when` go by it where a request does not say otherwise itself.",
    headers: ONCE_IF_MATCH,
    body: { schema: PreferencesPatch },
    answers: { 200: { about: "The choices now.", headers: VERSIONED, json: PersonPreferences } },
    problems: ["conflict"],
  },
};
