import { none, type Theme } from "../row.ts";

// Tuesday, 10:00 in Berlin.
const seen = {
  now: "2026-11-24T09:00:00Z",
  timezone: "Europe/Berlin",
  preferences: { locale: "de" },
} as const;

export const germanPast: Theme = {
  ...seen,
  name: "German words of what is over, which are no dates, nor is an hour beside them",
  rows: none(
    "der Klempner kam gestern um 16 Uhr",
    "wir sprachen letzten Montag um zehn",
    "wir sprachen gestern Abend",
    "vorgestern um 9 war der Zähler kaputt",
    "vor 3 Tagen um 10 sah ich das Leck",
    "vor ein paar Tagen um 8 fiel der Strom aus",
    "letzte Woche um 9 war Sitzung",
    "vergangenen Freitag um 18 Uhr hat er angerufen",
    "seit gestern um 9 krank",
    "morgen um 25:00 Fest",
  ),
};

export const germanYearly: Theme = {
  ...seen,
  name: "recurrences in German: days of a year, and what ends beside them",
  rows: [
    [
      "Reifen wechseln jeden 15. April und 15. Oktober",
      "MONTHLY;BYMONTHDAY=15;BYMONTH=4,10 @2027-04-15",
      "Reifen wechseln",
    ],
    [
      "Umsatzsteuer jeden Januar am 31.",
      "YEARLY;BYMONTH=1;BYMONTHDAY=31 @2027-01-31",
      "Umsatzsteuer",
    ],
    [
      "jeden September am letzten Samstag Kamin",
      "YEARLY;BYMONTH=9;BYDAY=-1SA @2027-09-25",
      "Kamin",
    ],
    ["Versicherung am 12. April nächsten Jahres", "2027-04-12", "Versicherung"],
    ["in der Woche vom 14. Dezember Urlaub", "2026-12-14", "Urlaub"],
    ["heute um zehn vor Mitternacht Feuerwerk", "2026-11-24 23:50", "Feuerwerk"],
    ["viertel nach Mitternacht anrufen", "2026-11-25 00:15", "anrufen"],
    ["bis Ende morgen abgeben", "2026-11-25 17:00", "abgeben"],
    ["bis Ende nächster Woche abgeben", "2026-12-04", "abgeben"],
    ["Reise am 5. Januar, am Abend vorher erinnern", "2027-01-05 remind -1 days 19:00", "Reise"],
    ["2 Karten für Samstag kaufen", "2026-11-28", "2 Karten kaufen"],
    ["Wecker für halb sieben", "2026-11-25 06:30", "Wecker"],
    [
      "alle 2 Stunden von 8 bis 16 trinken",
      "DAILY;BYHOUR=8,10,12,14,16;BYMINUTE=0 @2026-11-24 12:00",
      "trinken",
    ],
  ],
};
