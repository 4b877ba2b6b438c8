import { REMINDERS_BUGS } from "./planted/reminders.ts";
import { finds } from "./finds.ts";

finds(REMINDERS_BUGS);
