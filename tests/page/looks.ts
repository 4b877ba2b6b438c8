import { AxeBuilder } from "@axe-core/playwright";
import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

const PATHS = [
  ...["today", "upcoming", "all", "done", "trash"].map((view) => `/tasks/${view}`),
  "/chat",
  "/inbox",
  "/preferences",
];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export function looks(people: People): void {
  test.each([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["on a tablet", { viewport: { width: 1000, height: 800 } }],
    ["on a phone", PHONE],
    ["in German", { locale: "de-DE" }],
    ["with forced colours", { forcedColors: "active" }],
  ] as const)("every view is without fault for who cannot see it: %s", async (_, look) => {
    const { page } = await people.signedIn("pia", look);
    const pia = await person(people.mesh(), "pia");
    await pia.say("add water the plants today");
    for (const path of PATHS) {
      await page.goto(people.address() + path);
      await expect(page.getByRole("main")).toBeVisible();
      await expect(page.locator(".ghosts")).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
  });

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
