import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BrowserContextOptions, expect } from "@playwright/test";
import { startMesh } from "@todo-mesh/mesh";
import { person } from "../support/person.ts";
import { startBrowser } from "./browser.ts";
import { peopleAt } from "./people.ts";

/** `make pictures`: the main views of the page, on a mesh of its own, into docs/pictures. */
const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LOOKS: Readonly<Record<string, readonly [path: string, look: BrowserContextOptions]>> = {
  desktop: ["/tasks/all", {}],
  dark: ["/tasks/all", { colorScheme: "dark" }],
  phone: ["/tasks/today", PHONE],
};
const TASKS: readonly object[] = [
  { title: "Renew the passport", due: day(-1), tags: ["home"] },
  { title: "Water the plants", due: day(0) },
  { title: "Answer Ines about the flat", due: day(0), priority: "high" },
  { title: "Prepare the slides", due: day(1), tags: ["work"], priority: "urgent" },
  { title: "Plan Nora’s birthday", due: day(12), tags: ["family"] },
  { title: "Buy oat milk and bread" },
];

function day(fromToday: number): object {
  const date = new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
  return { date, timezone: "Europe/Rome" };
}

const browser = await startBrowser();
const mesh = await startMesh();
const people = peopleAt(
  () => mesh,
  () => browser,
);
try {
  mkdirSync(FOLDER, { recursive: true });
  const ada = await person(mesh, "ada");
  for (const body of TASKS) await ada.ask("POST", "/tasks", { body });
  await ada.say("every weekday at 8 remind me to stretch", { timezone: "Europe/Rome" });
  for (const [name, [path, look]] of Object.entries(LOOKS)) {
    const { page } = await people.signedIn("ada", look);
    await page.goto(people.address() + path);
    await expect(page.getByText("Water the plants")).toBeVisible();
    if (look !== PHONE) {
      await page
        .getByLabel("Ask, or tell me what to remember")
        .fill("remind me to call mum tomorrow at 9");
      await page.keyboard.press("Enter");
      await expect(page.locator(".card-undo")).toBeVisible();
    }
    await page.screenshot({ path: `${FOLDER}${name}.png` });
  }
} finally {
  await browser.close();
  await mesh.stop();
}
