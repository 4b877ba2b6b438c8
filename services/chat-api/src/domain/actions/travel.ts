import type { Action } from "./action.ts";

/** By the API alone: it takes many transactions, and a turn has one for each call. */
export const travel: Action = {
  name: "travel",
  title: "Take floating tasks along to another time zone",
  about: "What is due by the clock wherever the person is, is due by the clock there.",
  risk: "change",
  effect: "transaction",
};
