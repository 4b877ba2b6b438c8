import { STATE_BUGS } from "./planted/state.ts";
import { finds } from "./finds.ts";

finds(STATE_BUGS);
