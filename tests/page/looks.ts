import { AxeBuilder } from "@axe-core/playwright";
import { test } from "@jest/globals";
import { expect, type Locator, type Page } from "@playwright/test";
import { person } from "../support/person.ts";
import { outOfSight } from "./in-sight.ts";
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
const IN_GERMAN = { ...PHONE, locale: "de-DE" };

// As a browser does that is told to; and as the page does for a language that is read so, of which it has none yet.
const TWICE_AS_LARGE = `document.documentElement.style.fontSize = "200%"`;
const FROM_RIGHT = `document.documentElement.dir = "rtl"`;

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

  test.each([
    ["on 320 pixels", { ...PHONE, viewport: { width: 320, height: 640 } }, ""],
    ["with letters twice as large", {}, TWICE_AS_LARGE],
    ["with letters twice as large, on a phone", PHONE, TWICE_AS_LARGE],
    ["in German, with letters twice as large, on a phone", IN_GERMAN, TWICE_AS_LARGE],
    ["from right to left", {}, FROM_RIGHT],
    ["from right to left, on a phone", PHONE, FROM_RIGHT],
  ])(
    "nothing is beside the page or cut off, whatever is shown: %s",
    async (_, look, change) => {
      const { page, add, row } = await people.signedIn("quy", look);
      await add("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen kaufen today at 23:45");
      await expect(row("Donaudampf").first()).toBeVisible();
      for (const path of PATHS) {
        await page.goto(people.address() + path);
        await expect(page.getByRole("main")).toBeVisible();
        await expect(page.locator(".ghosts")).toHaveCount(0);
        await page.evaluate(change);
        await expect.poll(async () => [path, ...(await outOfSight(page))]).toEqual([path]);
      }
    },
    LOOKING_MS,
  );

  test("who reads from right to left has all of it the other way round", async () => {
    const { page, add, row } = await people.signedIn("ray");
    await add("buy milk today at 23:45");
    await expect(row("buy milk")).toBeVisible();
    await page.evaluate(FROM_RIGHT);
    const inOrder = [
      page.getByRole("navigation", { name: "Main" }),
      row("buy milk").getByRole("button", { name: "Complete buy milk" }),
      row("buy milk").getByText("23:45"),
      page.getByRole("button", { name: "Send", exact: true }),
    ];
    const sides = await Promise.all(inOrder.map(sideOf));
    expect(sides).toEqual(sides.toSorted((one, other) => other - one));
    const title = row("buy milk").locator(".task-title");
    await expect(title).toHaveCSS("text-align", "right");
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

const sideOf = async (one: Locator): Promise<number> => (await one.boundingBox())?.x ?? NaN;
