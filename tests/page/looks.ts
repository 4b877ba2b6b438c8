import { AxeBuilder } from "@axe-core/playwright";
import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

const PATHS = [
  ...["today", "upcoming", "all", "done", "trash"].map((view) => `/tasks/${view}`),
  "/chat",
  "/inbox",
  "/preferences",
];
// Each view is looked at as a whole, which takes seconds on a busy machine.
const LOOKING_MS = 400_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export function looks(people: People): void {
  test.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["on a tablet", { viewport: { width: 1000, height: 800 } }],
    ["on a phone", PHONE],
    ["in German", { locale: "de-DE" }],
    ["with forced colours", { forcedColors: "active" }],
  ] as const)(
    "every view is without fault for who cannot see it: %s",
    async (_, look) => {
      const { page } = await people.signedIn("pia", look);
      const pia = await person(people.mesh(), "pia");
      await pia.say("add water the plants today");
      for (const path of PATHS) expect(await faultsOf(page, people.address() + path)).toEqual([]);
    },
    LOOKING_MS,
  );

  test(
    "what opens over a view is without fault as well: a menu, a dialog, what is selected",
    async () => {
      const { page, add, row } = await people.signedIn("pam");
      await page.goto(`${people.address()}/tasks/all`);
      await add("stretch every day at 8:00");
      await row("stretch").focus();
      await page.keyboard.press(".");
      await expect(page.getByRole("menu")).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("list", { name: "The next dates" })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await row("stretch").focus();
      await page.keyboard.press("x");
      await expect(page.getByRole("toolbar")).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${people.address()}/preferences`);
      for (const opener of ["Import", "Erase"]) {
        await page.getByRole("button", { name: opener, exact: true }).click();
        expect(await faultsOf(page)).toEqual([]);
        await page.keyboard.press("Escape");
      }
    },
    LOOKING_MS,
  );

  test("on 320 pixels nothing is beside the page, whatever is shown", async () => {
    const { page, add } = await people.signedIn("quy", {
      ...PHONE,
      viewport: { width: 320, height: 640 },
    });
    await add("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen kaufen today at 23:45");
    const isWide = () =>
      page.locator("html").evaluate((html) => html.scrollWidth > html.clientWidth);
    for (const path of PATHS) {
      await page.goto(people.address() + path);
      await expect(page.getByRole("main")).toBeVisible();
      expect([path, await isWide()]).toEqual([path, false]);
    }
  });
}

/** What is at fault with a view, or with what is shown. */
async function faultsOf(page: Page, address?: string): Promise<unknown[]> {
  if (address !== undefined) await page.goto(address);
  await page.getByRole("main").waitFor();
  await expect(page.locator(".ghosts")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [page.url(), id, nodes[0]?.html]);
}
