import { TIMERS_BUGS } from "./planted/timers.ts";
import { finds } from "./finds.ts";

finds(TIMERS_BUGS);
