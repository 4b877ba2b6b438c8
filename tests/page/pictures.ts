import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { person } from "../support/person.ts";
import { startBrowser } from "./browser.ts";
import { type People, peopleAt } from "./people.ts";

/** `make pictures`: the main views of the page, on a mesh of its own, into docs/pictures. */
const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Picture {
  readonly name: string;
  readonly user: "ada" | "mia";
  readonly path: string;
  readonly look: BrowserContextOptions;
  /** Said before it is taken. */
  readonly says: readonly string[];
}

const SAYS = [
  "remind me to call mum tomorrow at 9",
  "remind me tomorrow at 6 to take the bins out",
];
const SAGT = ["erinnere mich morgen um 9 daran, Mama anzurufen"];
const PICTURES: readonly Picture[] = [
  { name: "desktop", user: "ada", path: "/tasks/all", look: {}, says: SAYS },
  { name: "dark", user: "ada", path: "/tasks/all", look: { colorScheme: "dark" }, says: SAYS },
  { name: "phone", user: "ada", path: "/tasks/today", look: PHONE, says: [] },
  { name: "phone-chat", user: "ada", path: "/chat", look: PHONE, says: SAYS },
  { name: "german", user: "mia", path: "/tasks/all", look: { locale: "de-DE" }, says: SAGT },
];

const TASKS: Readonly<Record<Picture["user"], readonly object[]>> = {
  ada: [
    { title: "Renew the passport", due: day(-1), tags: ["home"] },
    { title: "Water the plants", due: day(0) },
    { title: "Answer Ines about the flat", due: day(0), priority: "high" },
    { title: "Prepare the slides", due: day(1), tags: ["work"], priority: "urgent" },
    { title: "Plan Nora’s birthday", due: day(12), tags: ["family"] },
    { title: "Buy oat milk and bread" },
  ],
  mia: [
    { title: "Pass verlängern", due: day(-1), tags: ["zuhause"] },
    { title: "Blumen gießen", due: day(0) },
    { title: "Ines wegen der Wohnung antworten", due: day(0), priority: "high" },
    { title: "Folien vorbereiten", due: day(1), tags: ["arbeit"], priority: "urgent" },
    { title: "Hafermilch und Brot kaufen" },
  ],
};
const SERIES = {
  ada: "every weekday at 8 remind me to stretch",
  mia: "erinnere mich jeden Werktag um 8 daran, mich zu dehnen",
};

function day(fromToday: number): object {
  const date = new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
  return { date, timezone: "Europe/Rome" };
}

async function fill(mesh: Mesh, user: Picture["user"]): Promise<void> {
  const who = await person(mesh, user);
  for (const body of TASKS[user]) await who.ask("POST", "/tasks", { body });
  await who.say(SERIES[user], { timezone: "Europe/Rome" });
}

async function take(people: People, { name, user, path, look, says }: Picture): Promise<void> {
  const { page } = await people.signedIn(user, look);
  await page.goto(people.address() + path);
  await expect(page.getByRole("main")).toBeVisible();
  for (const [at, message] of says.entries()) await say(page, message, at + 1);
  await expect(page.locator(".ghosts")).toHaveCount(0);
  // Nothing that goes by itself is in a picture.
  await expect(page.locator(".toast")).toHaveCount(0, { timeout: 20_000 });
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  const undo = page.locator(".card-undo").first();
  if (says.length > 0) await undo.click();
}

async function say(page: Page, message: string, answers: number): Promise<void> {
  await page.locator("#say").fill(message);
  await page.keyboard.press("Enter");
  await expect(page.locator(".answer-doing")).toHaveCount(answers);
}

const browser = await startBrowser();
const mesh = await startMesh();
const people = peopleAt(
  () => mesh,
  () => browser,
);
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const user of ["ada", "mia"] as const) await fill(mesh, user);
  for (const picture of PICTURES) await take(people, picture);
} finally {
  await browser.close();
  await mesh.stop();
}
