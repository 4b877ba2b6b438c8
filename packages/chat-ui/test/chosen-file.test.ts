import { expect, test } from "@jest/globals";
import { ImportRequest } from "@todo-mesh/contracts";
import { MOST_CHARACTERS, readChosen } from "../src/imports/chosen-file.ts";

const read = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => readChosen(new Blob(parts));

const CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
const TABLE = "TYPE,CONTENT,PRIORITY\r\ntask,buy milk,1\r\n";

test.each([
  ["a calendar", CALENDAR, "icalendar"],
  ["a calendar behind empty lines", `\r\n${CALENDAR}`, "icalendar"],
  ["a calendar in small letters", CALENDAR.toLowerCase(), "icalendar"],
  ["a project", TABLE, "todoist"],
  [
    "a project whose names are quoted",
    TABLE.replace("TYPE,CONTENT", '"TYPE","CONTENT"'),
    "todoist",
  ],
  ["a project with its columns elsewhere", `CONTENT,DATE,type\nbuy milk,,task\n`, "todoist"],
])("%s is known by what stands in it", async (_, file, format) => {
  expect(await read(file)).toEqual({ format, file });
});

test("the mark of its bytes is no part of a text", async () => {
  expect(await read("\ufeff", TABLE)).toEqual({ format: "todoist", file: TABLE });
});

test.each([
  ["nothing", "", "empty"],
  ["blank lines", " \r\n\n", "empty"],
  ["a table of something else", "Name,Due\nbuy milk,today\n", "unknown"],
  ["a text that only speaks of a calendar", "see BEGIN:VCALENDAR\n", "unknown"],
  ["bytes that are no text", new Uint8Array([0x50, 0x4b, 0xff, 0xfe]), "noText"],
  ["a text in an older writing", new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]), "noText"],
])("%s is refused, and it is said why", async (_, file, why) => {
  expect(await read(file)).toBe(why);
});

test("as much is taken as the mesh takes, whatever its letters are", async () => {
  for (const letter of ["a", "я", "語"]) {
    const most = TABLE.padEnd(MOST_CHARACTERS, letter);
    expect(ImportRequest.safeParse(await read(most)).success).toBe(true);
    expect(await read(`${most}${letter}`)).toBe("tooLong");
  }
  const tooLong = { format: "todoist", file: "a".repeat(MOST_CHARACTERS + 1) };
  expect(ImportRequest.safeParse(tooLong).success).toBe(false);
});

test("of a film no byte is read", async () => {
  const film = { size: 4_000_000_000, arrayBuffer: () => Promise.reject(new Error("was read")) };
  expect(await readChosen(film)).toBe("tooLong");
});
