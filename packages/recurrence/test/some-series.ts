import { constantFrom, date, record } from "fast-check";

/** Series as people have them, over the changes of the clocks. */
export const someSeries = record({
  rule: constantFrom(
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "FREQ=HOURLY;INTERVAL=7",
    "FREQ=DAILY;COUNT=20",
  ),
  start: constantFrom("2026-03-20T02:30:00", "2026-10-20T02:30:00", "2026-06-01T00:00:00"),
  timezone: constantFrom("UTC", "Europe/Rome", "America/New_York", "Australia/Lord_Howe"),
  from: constantFrom("schedule" as const, "completion" as const),
});

/** Moments before, within and after their first dates. */
export const someMoments = date({
  min: new Date("2026-01-01"),
  max: new Date("2027-12-31"),
  noInvalidDate: true,
});
