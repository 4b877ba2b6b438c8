import type { Language } from "../../grammar/language.ts";
import { spelled } from "./list.ts";

/** Single words that say how often. */
export const adverbs: Language["words"]["adverb"] = {
  ...spelled({ from: "schedule", every: 1, unit: "day" } as const, "daily"),
  "day in day out": { from: "schedule", every: 1, unit: "day" },
  nightly: { from: "schedule", every: 1, unit: "day", period: "night" },
  ...spelled(
    { from: "schedule", every: 6, unit: "month" } as const,
    "semi-annually",
    "semiannually",
    "half-yearly",
    "half yearly",
    "twice-yearly",
  ),
  ...spelled({ from: "schedule", every: 2, unit: "year" } as const, "biennially", "bi-yearly"),
  ...spelled(
    {
      from: "schedule",
      every: 6,
      unit: "month",
      or: { from: "schedule", every: 2, unit: "year" },
    } as const,
    "biannually",
    "bi-annually",
  ),
  hourly: { from: "schedule", every: 1, unit: "hour" },
  weekly: { from: "schedule", every: 1, unit: "week" },
  fortnightly: { from: "schedule", every: 2, unit: "week" },
  monthly: { from: "schedule", every: 1, unit: "month" },
  quarterly: { from: "schedule", every: 3, unit: "month" },
  ...spelled({ from: "schedule", every: 1, unit: "year" } as const, "yearly", "annually"),
  ...spelled(
    {
      from: "schedule",
      every: 2,
      unit: "week",
      or: { from: "schedule", every: 1, unit: "week", times: 2 },
    } as const,
    "biweekly",
    "bi-weekly",
  ),
  ...spelled(
    {
      from: "schedule",
      every: 2,
      unit: "month",
      or: { from: "schedule", every: 1, unit: "month", times: 2 },
    } as const,
    "bimonthly",
    "bi-monthly",
  ),
};
