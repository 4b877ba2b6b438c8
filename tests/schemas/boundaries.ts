import * as fc from "fast-check";

const HALF = "\ud83d";
// Of a request with many fields little would be let in if any value were as likely.
const ODD_ONE_IN = 12;

/** Values at which one reader and another may part, by the format or the name of the schema they are for. */
export const boundaries: Readonly<Record<string, fc.Arbitrary<string>>> = {
  TimeZone: mostly(
    fc.constantFrom(
      "UTC",
      "Europe/Rome",
      "eUrOpE/rOmE",
      "Asia/Calcutta",
      "America/New_York",
      "Pacific/Apia",
      "Australia/Lord_Howe",
      "Africa/Cairo",
      "Asia/Kathmandu",
      "Etc/GMT+12",
      "Etc/GMT-14",
      "EST",
      "gmt",
      "Pacific/Kiritimati",
      "America/St_Johns",
      "Africa/Monrovia",
    ),
    "+02:00",
    "-0330",
    "+05:45",
    "Z",
    "PST",
    "Mars/Olympus",
    "Europe/Rome\n",
    HALF,
    "",
  ),
  WallTime: mostly(
    fc.oneof(
      fc.constantFrom(
        "1970-01-02T00:00",
        "9997-12-30T23:59:59",
        "2027-03-28T02:30",
        "2026-10-25T02:30",
        "2027-03-14T02:30:00",
        "2026-11-27T08:00",
        "2028-02-29T23:59:59",
        "2011-12-30T12:00",
      ),
      soon().map((at) => at.slice(0, 19)),
    ),
    "1970-01-01T00:00",
    "1969-12-31T23:59:59",
    "0001-01-01T00:00",
    "0000-01-01T00:00",
    "9997-12-31T23:59:59",
    "9998-01-01T00:00",
    "9999-12-31T23:59:59",
    "2026-02-29T08:00",
    "2026-11-26T24:00",
    "2026-11-27T08:00:60",
  ),
  "date-time": mostly(
    soon(),
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00+14:00",
    "9997-12-31T23:59:59.999Z",
    "9998-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "9999-12-31T23:59:59-14:00",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+23:59",
    "2026-10-25T02:30:00+01:00",
    "2026-11-26T09:00:00.123456789Z",
    "2026-02-30T00:00:00Z",
  ),
  date: mostly(
    soon().map((at) => at.slice(0, 10)),
    "1970-01-01",
    "1969-12-31",
    "0000-01-01",
    "0001-01-01",
    "9997-12-31",
    "9998-01-01",
    "9999-12-31",
    "2026-02-29",
    "2028-02-29",
    "2027-03-28",
    "2026-11-26",
    "2011-12-30",
  ),
  RuleText: mostly(
    fc.constantFrom(
      "FREQ=DAILY",
      "FREQ=DAILY;COUNT=1",
      "FREQ=WEEKLY;BYDAY=MO,TH",
      "FREQ=YEARLY;BYMONTH=2",
      "FREQ=MONTHLY;BYMONTHDAY=31",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
      "FREQ=HOURLY",
      "FREQ=MINUTELY;INTERVAL=15",
      "FREQ=DAILY;UNTIL=99991231T235959Z",
      "FREQ=DAILY;BYHOUR=2",
      "FREQ=YEARLY;BYWEEKNO=53",
      "FREQ=MONTHLY;BYDAY=-1FR",
      "FREQ=YEARLY;INTERVAL=4000",
    ),
    "FREQ=MINUTELY",
    "FREQ=SECONDLY;INTERVAL=60",
    "daily",
    "x",
    "FREQ=DAILY;UNTIL=19700101",
    "FREQ=YEARLY;INTERVAL=65535;COUNT=99999",
    `FREQ=DAILY;BYHOUR=${HALF}`,
  ),
  ClockTime: mostly(fc.constantFrom("00:00", "02:30", "23:59", "12:00"), "24:00", "8:00"),
  uuid: fc.uuid(),
};

function mostly(usual: fc.Arbitrary<string>, ...odd: string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: ODD_ONE_IN, arbitrary: usual },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

/** Near the moment at which requests are played. */
function soon(): fc.Arbitrary<string> {
  const [min, max] = [new Date("2026-10-01T00:00:00Z"), new Date("2028-04-01T00:00:00Z")];
  return fc.date({ min, max, noInvalidDate: true }).map((at) => at.toISOString());
}

/** Text that stores, encodings and sentences may stumble over. */
export const oddText = (maxLength: number): fc.Arbitrary<string> =>
  mostly(
    fc.constantFrom("x", "call mum", " x ", "a\0b", "a\nb", "é😀\u202e", "ﷺ", "c++", "__proto__"),
    "",
    " ",
    "\u200b",
    "\u3164\u2800",
    "\0",
    `x${HALF}`,
    "x".repeat(maxLength),
    "😀".repeat(maxLength),
    "x\n".repeat(99),
    "ﷺ".repeat(maxLength + 1),
  );
