import type { Theme } from "../row.ts";

// Tuesday, 10:00 in Berlin.
const place = { now: "2026-11-24T09:00:00Z", timezone: "Europe/Berlin" };

const ASKED = "? how_often: DAILY;UNTIL=20261204T225959Z @2026-11-30 | 2026-11-30" as const;

export const germanPhrases: Theme = {
  name: "German clocks, lengths and clauses",
  ...place,
  preferences: { locale: "de" },
  rows: [
    ["viertel vor drei Kind abholen", "2026-11-24 14:45", "Kind abholen"],
    ["halb drei Kinder abholen", "2026-11-24 14:30", "Kinder abholen"],
    ["Kinder um viertel nach vier abholen", "2026-11-24 16:15", "Kinder abholen"],
    ["um 7,15 Bob anrufen", "2026-11-25 07:15", "Bob anrufen"],
    ["um 7,15 Uhr Bob anrufen", "2026-11-25 07:15", "Bob anrufen"],
    ["5 Tage lang ab Montag Tabletten", ASKED, "Tabletten"],
    ["ab Montag 5 Tage lang Tabletten nehmen", ASKED, "Tabletten nehmen"],
    ["Tabletten für 5 Tage ab Montag", ASKED, "Tabletten"],
    ["Do laundry every Montag", "WEEKLY;BYDAY=MO @2026-11-30", "Do laundry"],
    ["Do einkaufen", "2026-11-26", "einkaufen"],
    ["every Montag um 9 swim", "WEEKLY;BYDAY=MO @2026-11-30 09:00", "swim"],
    ["erinnere mich morgen daran, Mama anzurufen", "2026-11-25", "Mama anrufen"],
    [
      "erinnere mich daran, morgen um 9 Anna anzurufen und Brot zu kaufen",
      "2026-11-25 09:00",
      "Anna anrufen und Brot kaufen",
    ],
    ["denk morgen daran, die Fenster zuzumachen", "2026-11-25", "die Fenster zumachen"],
    ["nicht vergessen: morgen einzukaufen", "2026-11-25", "einkaufen"],
    [
      "erinnere mich morgen daran, zu meinen Eltern zu fahren",
      "2026-11-25",
      "zu meinen Eltern fahren",
    ],
    [
      "erinnere mich morgen daran, zu schnellen Lösungen Fragen zu stellen",
      "2026-11-25",
      "zu schnellen Lösungen Fragen stellen",
    ],
    ["erinnere mich morgen an Mamas Anzug", "2026-11-25", "Mamas Anzug"],
    ["morgen muss ich zum Arzt", "2026-11-25", "zum Arzt"],
    ["am Montag ist Elternabend", "2026-11-30", "Elternabend"],
    ["jeden Tag mittags Tabletten", "DAILY @2026-11-24 12:00", "Tabletten"],
    ["dienstags mittags Sport", "WEEKLY;BYDAY=TU @2026-11-24 12:00", "Sport"],
    ["jede Nacht um 2 Wache", "DAILY @2026-11-25 02:00", "Wache"],
  ],
};

export const germanHolidays: Theme = {
  name: "German days with a name",
  ...place,
  preferences: { locale: "de" },
  rows: [
    ["am zweiten Advent", "2026-12-06"],
    ["am zweiten Advent Plätzchen backen", "2026-12-06", "Plätzchen backen"],
    ["am 1. Advent um 15 Uhr Kaffee", "2026-11-29 15:00", "Kaffee"],
    ["Advent", "-"],
    ["am 1. Weihnachtsfeiertag um 12", "2026-12-25 12:00"],
    ["Geschenke für Weihnachten", "2026-12-25", "Geschenke"],
    ["Geschenke für Weihnachten kaufen", "2026-12-25", "Geschenke kaufen"],
    ["zum Muttertag Blumen", "2027-05-09", "Blumen"],
    ["am Vatertag wandern", "2027-05-06", "wandern"],
    ["am Buß- und Bettag", "2027-11-17"],
    ["am Volkstrauertag", "2027-11-14"],
    ["am Totensonntag", "2027-11-21"],
    ["an Allerseelen", "2027-11-02"],
    ["am Faschingsdienstag", "2027-02-09"],
    ["am Karsamstag", "2027-03-27"],
    ["an Mariä Himmelfahrt", "2027-08-15"],
    ["am Nationalfeiertag", "? which_day: 2027-08-01 | 2027-10-03 | 2027-10-26"],
    ["jeden Muttertag Oma anrufen", "YEARLY;BYMONTH=5;BYDAY=2SU @2027-05-09", "Oma anrufen"],
    ["Nikolaus", "-"],
    ["am Nikolaus", "2026-12-06"],
    ["am Black Friday Fernseher kaufen", "2026-11-27", "Fernseher kaufen"],
  ],
};

const AUSTRIA = { locale: "de", country: "AT" } as const;
const SWITZERLAND = { locale: "de", country: "CH" } as const;

export const austrianHolidays: Theme = {
  name: "days with a name in Austria",
  ...place,
  preferences: AUSTRIA,
  rows: [
    ["am Nationalfeiertag", "2027-10-26"],
    ["am Staatsfeiertag", "2027-05-01"],
    ["am Vatertag", "2027-06-13"],
    ["am Muttertag", "2027-05-09"],
    ["an Fronleichnam", "2027-05-27"],
    ["an Mariä Empfängnis", "2026-12-08"],
    ["am Stephanitag", "2026-12-26"],
    ["on Mother's Day", "2027-05-09"],
    ["on National Day", "2027-10-26"],
  ],
};

export const swissHolidays: Theme = {
  name: "days with a name in Switzerland",
  ...place,
  timezone: "Europe/Zurich",
  preferences: SWITZERLAND,
  rows: [
    ["am Nationalfeiertag", "2027-08-01"],
    ["an der Bundesfeier", "-"],
    ["am Bundesfeiertag", "2027-08-01"],
    ["an Auffahrt", "2027-05-06"],
    ["am Vatertag", "2027-06-06"],
    ["am Bettag", "2027-09-19"],
    ["am Berchtoldstag", "2027-01-02"],
    ["am Stefanstag", "2026-12-26"],
    ["on Father's Day", "2027-06-06"],
  ],
};
