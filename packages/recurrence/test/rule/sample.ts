import { afterCompletion, occurrences, toInstant, toLocal } from "../../src/index.ts";

const ZONES = ["Europe/Rome", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "UTC"];
const RULES = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=SU",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3,10",
  "FREQ=HOURLY;INTERVAL=5",
  "FREQ=MINUTELY;INTERVAL=45;BYDAY=SU",
  "FREQ=DAILY;UNTIL=20110401T000000Z",
];

/** Answers that would differ if the zone of the machine had a say. */
export function sample(): unknown {
  return ZONES.flatMap((timezone) =>
    RULES.map((rule) => {
      const series = { rule, start: "2011-01-01T02:30:00", timezone, from: "schedule" } as const;
      const after = new Date("2011-03-01T00:00:00Z");
      return [
        occurrences(series, { after, count: 400 }),
        afterCompletion(series, after),
        toLocal(after, timezone),
        toInstant("2011-03-27T02:30:00", timezone),
      ];
    }),
  );
}
