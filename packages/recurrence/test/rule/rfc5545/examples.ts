import { daily } from "./daily.ts";
import { monthly } from "./monthly.ts";
import { weekly } from "./weekly.ts";
import { withinADay } from "./within-a-day.ts";
import { yearly } from "./yearly.ts";

/** All examples of RFC 5545 §3.8.5.3. */
export const EXAMPLES = [...daily, ...weekly, ...monthly, ...yearly, ...withinADay];
