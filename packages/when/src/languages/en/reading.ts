import { englishRules } from "@todo-mesh/recurrence";
import type { Language } from "../../grammar/language.ts";

/** The words of our readings. */
export const reading: Language["reading"] = {
  ...englishRules,
  behindWeekday: " ",
  next: "; next: ",
  due: "it is due",
  whenDue: "when it is due",
  onTheDay: "on the day it is due",
  before: "before",
  after: "after",
  from: "from",
  except: "except",
  units: {
    minute: ["minute", "minutes"],
    hour: ["hour", "hours"],
    day: ["day", "days"],
    week: ["week", "weeks"],
  },
};
