import { beforeEach, describe, expect, test } from "@jest/globals";
import { LOCALES } from "@todo-mesh/when";
import { LANGUAGES } from "../../src/domain/languages/languages.ts";
import { importTasks } from "../../src/use-cases/own-data/import-tasks.ts";
import { changeInBatch } from "../../src/use-cases/tasks/change-in-batch.ts";
import { aChatApi } from "../a-chat-api.ts";
import { ADA } from "../a-task.ts";
import { anImport, calendar, table } from "./an-import.ts";

let my: Awaited<ReturnType<typeof anImport>>;
beforeEach(async () => {
  my = await anImport();
});

const inGerman = { preferences: { locale: "de" } } as const;

describe("what became of a file is told in German", () => {
  test.each([
    ["task,,,4,1,,,,,,,", "Titel: darf nicht leer sein"],
    ["note,Hallo,,,,,,,,,,", "Das ist ein Kommentar ohne Aufgabe"],
    [`task,${"x".repeat(8_001)},,4,1,,,,,,,`, "Der Eintrag hat mehr als 8000 Zeichen"],
    ['task,"x"y,,4,1,,,,,,,', "Das ist keine Zeile einer Tabelle"],
  ])("%.30s is left out", async (row, reason) => {
    const body = { format: "todoist", file: table(row), ...inGerman } as const;
    const { left_out } = await my.bring({ ...body, dry_run: true });
    expect(left_out.map((each) => each.reason)).toEqual([reason]);
    expect((await my.bring(body)).left_out).toEqual(left_out);
  });

  test.each([
    ["DUE:20261203T080000|STATUS:COMPLETED", "Die Aufgabe ist schon erledigt"],
    ["DUE:20261203T080000|STATUS:CANCELLED", "Die Aufgabe wurde abgesagt"],
    ["DUE;TZID", "Das ist nicht so geschrieben, wie RFC 5545 es verlangt"],
  ])("%s is left out", async (todo, reason) => {
    const file = calendar(`SUMMARY:x|${todo}`);
    const { left_out } = await my.bring({ format: "icalendar", file, ...inGerman });
    expect(left_out.map((each) => each.reason)).toEqual([reason]);
  });

  test.each([
    ["DUE:next week", "ist kein Datum; die Aufgabe hat keines"],
    [
      "DUE:20261203T080000|RRULE:FREQ=SECONDLY",
      "Die Wiederholung ist nicht übernommen, die Aufgabe kommt einmal: öfter als 60 Mal in der Stunde",
    ],
    [
      "DUE:20201203T080000|RRULE:FREQ=DAILY;COUNT=2",
      "Die Wiederholung ist nicht übernommen, die Aufgabe kommt einmal: von jetzt an gibt es keinen Termin mehr",
    ],
    [
      "DUE;VALUE=DATE:20261203|RRULE:FREQ=HOURLY",
      "Die Wiederholung ist nicht übernommen, die Aufgabe kommt einmal: eine Serie ganzer Tage hat keine Uhrzeiten",
    ],
  ])("of a task with %s something is not kept", async (todo, remark) => {
    const file = calendar(`SUMMARY:x|${todo}`);
    const { taken } = await my.bring({ format: "icalendar", file, ...inGerman });
    expect(taken[0]?.remarks).toEqual([expect.stringContaining(remark)]);
  });

  test("and so is what stands in the notes, and a file that is none", async () => {
    const file = table("task,Umzug,,4,1,,,,,,,", "task,Küche,,4,2,,,irgendwann,de,,30,minute");
    await my.bring({ format: "todoist", file, ...inGerman });
    const notes = (await my.tasks()).map((task) => task["notes"]);
    expect(notes).toContain("Gehört zu: Umzug\nDauert: 30 minute\nDatum: irgendwann");
    const { body } = await my.send({ format: "todoist", file: "Milch", ...inGerman }).expect(400);
    expect(body.errors[0].message).toContain("Die erste Zeile muss die Spalten nennen");
  });

  test("who has chosen German need not say so again; who says English hears English", async () => {
    await my.as("patch", "/preferences").send({ locale: "de-AT" }).expect(200);
    const file = table("task,,,4,1,,,,,,,");
    const said = async (more: object) =>
      (await my.bring({ format: "todoist", file, ...more })).left_out[0]?.reason;
    expect(await said({})).toBe("Titel: darf nicht leer sein");
    expect(await said({ preferences: { locale: "en" } })).toBe("title: must not be empty");
  });

  test.each([true, false])("why there is no room is said in it, too (dry run: %s)", async (dry) => {
    const api = await aChatApi();
    const deps = { ...api, quotas: { ...api.quotas, pendingReminders: 0 } };
    const bring = importTasks({
      ...deps,
      changeInBatch: changeInBatch({ ...deps, wait: async () => undefined }),
      readPreferences: async () => ({ locale: "de", version: 1 }),
    });
    const file = table("task,x,,4,1,,,tomorrow at 9,en,,,");
    const { left_out } = await bring({ userId: ADA }, { format: "todoist", file, dry_run: dry });
    expect(left_out[0]?.reason).toContain("Du darfst 0 Erinnerungen haben, die noch klingeln");
  });
});

test.each(LOCALES)("in “%s” each sentence is one of its own", (locale) => {
  const { imports } = LANGUAGES[locale];
  const why = { message: "x", fields: [] };
  const said = [
    ...Object.values(imports.leftOut).map((say) => (typeof say === "string" ? say : say(1))),
    ...Object.values(imports.notes),
    imports.remarks.once(why),
  ];
  expect(new Set(said).size).toBe(said.length);
  expect(imports.refused({ message: "said by nobody", fields: [] })).toBe("said by nobody");
});
