import { MONTH_NAMES, WEEKDAY_NAMES } from "@todo-mesh/recurrence";
import type { Language } from "../../grammar/language.ts";

/** The words of our readings. */
export const reading: Language["reading"] = {
  weekdays: WEEKDAY_NAMES,
  months: MONTH_NAMES,
  next: "; next: ",
  due: "it is due",
  whenDue: "when it is due",
  onTheDay: "on the day it is due",
  before: "before",
  after: "after",
  at: "at",
  every: "every",
  and: "and",
  from: "from",
  to: "to",
  until: "until",
  except: "except",
  fromCompletion: ", counted from when it is done",
  units: {
    minute: ["minute", "minutes"],
    hour: ["hour", "hours"],
    day: ["day", "days"],
    week: ["week", "weeks"],
    month: ["month", "months"],
    year: ["year", "years"],
  },
};
