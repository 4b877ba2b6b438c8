import { z } from "zod";
import { PersonPreferences } from "../people/preferences.ts";
import { type DataOf, defineEvent } from "./event.ts";

export const PEOPLE_TOPIC = "todo.people.events";

const OfOthers = PersonPreferences.pick({
  version: true,
  timezone: true,
  day_reminder: true,
  evening_reminder: true,
}).extend({ updated_at: z.iso.datetime() });

/**
 * A person has chosen anew. It says what others go by and no more, all of it: what is left out is not chosen any more.
 * `updated_at` tells what is newer, for the `version` of one who was forgotten begins anew.
 */
export const PreferencesChanged = defineEvent("todo.person.preferences-changed.v1", PEOPLE_TOPIC, {
  preferences: OfOthers,
});
export type PreferencesChanged = DataOf<typeof PreferencesChanged>;

/** A person wants to be forgotten: whoever keeps anything of theirs up to that moment lets go of it. */
export const PersonErased = defineEvent("todo.person.erased.v1", PEOPLE_TOPIC, {
  erased_at: z.iso.datetime(),
});
export type PersonErased = DataOf<typeof PersonErased>;
