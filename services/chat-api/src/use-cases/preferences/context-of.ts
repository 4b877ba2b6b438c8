import type { ChatRequest, PersonPreferences } from "@todo-mesh/contracts";
import type { Context } from "@todo-mesh/when";

/** When and where words were said: as their request says itself, else as its person chose, else by the clock of UTC. */
export const contextOf = (
  { timezone, preferences }: Pick<ChatRequest, "timezone" | "preferences">,
  { timezone: home = "UTC", ...chosen }: Partial<PersonPreferences>,
  now: Date,
): Context => ({
  now,
  timezone: timezone ?? home,
  preferences: { ...settling(chosen), ...preferences },
});

const settling = ({
  hour_cycle,
  day_first,
  week_start,
  locale,
  country,
}: Partial<PersonPreferences>) => ({
  hour_cycle,
  day_first,
  week_start,
  locale,
  country,
});
