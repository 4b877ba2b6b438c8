import { EraseAnswer, Export } from "@todo-mesh/contracts";
import { ONCE } from "./headers.ts";
import type { Operations } from "./operation.ts";

export const OWN_DATA_OPERATIONS: Operations = {
  "GET /export": {
    id: "exportAll",
    summary: "Take everything along",
    answers: { 200: { about: "All that is kept, as a file.", json: Export } },
  },
  "DELETE /": {
    id: "eraseAll",
    summary: "Be forgotten",
    headers: ONCE,
    about: "Erases tasks, journal and conversations, and tells the other services to.",
    answers: { 200: { about: "Nothing is left.", json: EraseAnswer } },
    problems: ["conflict"],
  },
};
