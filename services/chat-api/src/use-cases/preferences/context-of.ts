import { type ChatRequest, type PersonPreferences, Preferences } from "@todo-mesh/contracts";
import type { Spoken } from "../../domain/grammar/until-moment.ts";

const Wording = Preferences.strip();

/** When and where words were said: as their request says itself, else as its person chose, else by the clock of UTC. */
export const contextOf = (
  { timezone, preferences }: Pick<ChatRequest, "timezone" | "preferences">,
  chosen: Partial<PersonPreferences>,
  now: Date,
): Spoken => ({
  now,
  timezone: timezone ?? chosen.timezone ?? "UTC",
  preferences: { ...Wording.parse(chosen), ...preferences },
  dayBegins: chosen.day_reminder,
});
