import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";
import { COMPOSER, say } from "./saying.ts";

/** What lasts while a page is left, is reloaded, or is looked at late. */
export function lasting(people: People): void {
  test("an answer that comes when one has left its conversation is there, and was asked for once", async () => {
    const { page } = await people.signedIn("bix");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add buy bread");
    await expect(page.locator(".answer")).toHaveCount(1);
    const held = await holdSaying(page);
    await say(page, "add sell the bike");
    await page.getByRole("button", { name: "New conversation" }).click();
    const other = await page.context().newPage();
    await other.bringToFront();
    await page.bringToFront();
    held.letGo();
    const bix = await person(people.mesh(), "bix");
    await expect
      .poll(async () => JSON.stringify((await bix.ask("GET", "/tasks")).json))
      .toContain("sell the bike");
    await page.getByRole("button", { name: "Conversations" }).click();
    await page.getByRole("dialog").getByRole("listitem").getByText("buy bread").click();
    await expect(page.locator(".said")).toHaveText(["add buy bread", "add sell the bike"]);
    await expect(page.locator(".answer").last()).toContainText("sell the bike");
    expect(held.count()).toBe(1);
  });

  test("whoever is signed out while they write loses no word, and what they said is done when they are back", async () => {
    const { page, row } = await people.signedIn("cyd");
    await page.goto(`${people.address()}/tasks/all`);
    await page.getByLabel(COMPOSER).fill("add buy bread");
    await page.evaluate(`sessionStorage.setItem("renewal", "none that holds")`);
    await page.route("**/api/cyd/**", (route) =>
      route.fulfill({ status: 401, json: { title: "Not signed in" } }),
    );
    await page.keyboard.press("Enter");
    await expect(page.locator(".said")).toHaveText("add buy bread");
    await page.unrouteAll();
    await page.goto(await people.mesh().link("cyd"));
    await expect(row("buy bread").or(page.locator(".card"))).toContainText("buy bread");
    await page.goto(`${people.address()}/tasks/all`);
    await expect(row("buy bread")).toHaveCount(1);
  });

  test("a page that is left open over midnight shows the new day", async () => {
    const { page, context } = await people.arrive();
    await context.clock.install();
    await page.goto(await people.mesh().link("dot"));
    await page.getByLabel("Add a task").fill("water the plants tomorrow");
    await page.keyboard.press("Enter");
    await expect(page.locator(".toast")).toContainText("water the plants");
    const planted = page.getByRole("row").filter({ hasText: "water the plants" });
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
    await expect(planted).toHaveCount(0);
    await context.clock.fastForward("24:00:00");
    await expect(planted).toBeVisible();
  });

  test("a press beside a dialog loses nothing of what is typed in it", async () => {
    const { page, add, row } = await people.signedIn("eve");
    await page.goto(`${people.address()}/tasks/all`);
    await add("buy milk");
    await row("buy milk").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit task" });
    await dialog.getByLabel("Notes").fill("two of them");
    await page.mouse.click(4, 4);
    await expect(dialog.getByLabel("Notes")).toHaveValue("two of them");
  });

  test("Enter twice adds one task", async () => {
    const { page, row } = await people.signedIn("fox");
    await page.goto(`${people.address()}/tasks/all`);
    await page.getByLabel("Add a task").fill("buy milk");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(row("buy milk")).toBeVisible();
    const fox = await person(people.mesh(), "fox");
    expect((await fox.ask("GET", "/tasks")).json).toMatchObject({ items: [{ title: "buy milk" }] });
    await expect(row("buy milk")).toHaveCount(1);
  });
}

/** Holds what is said on its way to the mesh. */
async function holdSaying(page: Page) {
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  let said = 0;
  await page.route("**/chat", async (route) => {
    if (route.request().method() === "POST") said += 1;
    await promise;
    return route.continue();
  });
  return { letGo, count: () => said };
}
