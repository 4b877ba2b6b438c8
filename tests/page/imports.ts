import { test } from "@jest/globals";
import { expect, type Locator } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

const PROJECT = [
  "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT",
  "task,buy oats,,1,1,,,tomorrow at 9,en,,,",
  "task,,,4,1,,,,,,,",
  "task,call grandma,,4,1,,,nonsense,en,,,",
].join("\r\n");
const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTODO
SUMMARY:water the fern
END:VTODO
END:VCALENDAR
`;

const choose = (dialog: Locator, text: string | Buffer): Promise<void> =>
  dialog
    .getByLabel(/Choose a file|Wähle eine Datei/)
    .setInputFiles({ name: "tasks.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

// In the browser, as text: what a file is there, Node does not know.
const dropping = (text: string): string => `{
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([${JSON.stringify(text)}], "tasks.ics"));
  document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer }));
}`;

export function imports(people: People): void {
  test("a project is brought along: tried first, told line by line, added, and taken back as one", async () => {
    const { page } = await people.signedIn("tom");
    await page.goto(`${people.address()}/preferences`);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Bring tasks along" });
    await choose(dialog, PROJECT);
    const left = dialog.getByRole("region", { name: "1 entry is left out" });
    await expect(left).toContainText("Line 3");
    await expect(dialog.getByRole("region", { name: "2 tasks" })).toContainText("Line 4");
    const tom = await person(people.mesh(), "tom");
    const titles = async () => (await tom.ask("GET", "/tasks")).json;
    expect(await titles()).toMatchObject({ items: [] });
    await dialog.getByRole("button", { name: "Add 2 tasks" }).click();
    await expect(dialog).toContainText("2 tasks were added.");
    expect(await titles()).toMatchObject({
      items: [{ title: "buy oats" }, { title: "call grandma" }],
    });
    await dialog.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".toast")).toContainText("Taken back");
    await expect(dialog).toHaveCount(0);
    expect(await titles()).toMatchObject({ items: [] });
  });

  test("a calendar that is dropped is read, and what is added is on the list of every device", async () => {
    const { page } = await people.signedIn("ute");
    const other = await people.signedIn("ute");
    await other.page.getByRole("link", { name: "All tasks" }).first().click();
    await page.goto(`${people.address()}/preferences`);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.evaluate(dropping(CALENDAR));
    await page.getByRole("button", { name: "Add 1 task" }).click();
    await expect(other.row("water the fern")).toBeVisible();
  });

  test("a file that is none of these, too long, or no text is refused in the person's words, and another is taken", async () => {
    const { page } = await people.signedIn("yul", { locale: "de-DE" });
    await page.goto(`${people.address()}/preferences`);
    await page.getByRole("button", { name: "Importieren", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Aufgaben mitbringen" });
    const refused = dialog.getByRole("alert");
    await choose(dialog, "Name,Due\nbuy milk,today");
    await expect(refused).toContainText("weder ein Projekt von Todoist");
    await choose(dialog, PROJECT.padEnd(200_001, "x"));
    await expect(refused).toContainText("mehr als 200.000 Zeichen");
    await choose(dialog, Buffer.from([0x50, 0x4b, 0x03, 0xff]));
    await expect(refused).toContainText("kein Text in UTF-8");
    await choose(dialog, CALENDAR);
    await expect(dialog.getByRole("button", { name: "1 Aufgabe hinzufügen" })).toBeVisible();
    await expect(refused).toHaveCount(0);
  });

  test("what becomes of each entry is told in the language of the page", async () => {
    const { page } = await people.signedIn("yul", { locale: "de-DE" });
    await page.goto(`${people.address()}/preferences`);
    await page.getByRole("button", { name: "Importieren", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Aufgaben mitbringen" });
    await choose(dialog, PROJECT);
    const left = dialog.getByRole("region", { name: "1 Eintrag bleibt weg" });
    await expect(left).toContainText("Titel: darf nicht leer sein");
    await expect(dialog.getByRole("region", { name: "2 Aufgaben" })).toContainText(
      "ist nicht zu verstehen; die Aufgabe hat kein Datum",
    );
  });
}
