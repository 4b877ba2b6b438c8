import { z } from "zod";

/** A whole number of at least 1; else it is said what to give. */
export const whole = (what: string) => z.coerce.number({ error: what }).int(what).min(1, what);

export const MB = 1_048_576;

/** What a person may have, as the environment says it. */
export const quotaEnv = {
  RINGS_PER_HOUR: whole("give how often what repeats may ring in an hour").default(600),
  TASKS_MB_PER_PERSON: whole("give how many MB the tasks of a person may take").default(16),
  CONVERSATIONS_PER_PERSON: whole("give how many conversations a person may have").default(2_000),
  PENDING_REMINDERS_PER_PERSON: whole(
    "give how many reminders of a person may be still to ring",
  ).default(5_000),
};

/** The same, as use cases take it. */
export const quotasOf = (env: {
  readonly [Name in keyof typeof quotaEnv]: z.output<(typeof quotaEnv)[Name]>;
}) => ({
  ringsPerHour: env.RINGS_PER_HOUR,
  quotas: {
    taskBytes: env.TASKS_MB_PER_PERSON * MB,
    conversations: env.CONVERSATIONS_PER_PERSON,
    pendingReminders: env.PENDING_REMINDERS_PER_PERSON,
  },
});
