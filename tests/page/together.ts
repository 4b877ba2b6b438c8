import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

export function together(people: People): void {
  test("two browsers, each at another replica, show the same within a second", async () => {
    const here = await people.signedIn("ida", {}, 0);
    const there = await people.signedIn("ida", {}, 1);
    for (const each of [here, there])
      await each.page.getByRole("link", { name: "All tasks" }).first().click();
    await here.add("warm up");
    await expect(there.row("warm up")).toBeVisible();
    await here.add("water the plants");
    await expect(there.row("water the plants")).toBeVisible({ timeout: 1_000 });
    await there
      .row("water the plants")
      .getByRole("button", { name: /^Complete/ })
      .click();
    await expect(here.row("water the plants")).toHaveCount(0, { timeout: 1_000 });
  });

  test("seven tabs of one browser are all alive: one of them has the stream", async () => {
    const { page, add } = await people.signedIn("jan");
    const tabs = [];
    for (let tab = 1; tab < 7; tab += 1) {
      const opened = await page.context().newPage();
      await opened.goto(`${people.address()}/tasks/all`);
      await expect(opened.getByRole("heading", { name: "All tasks" })).toBeVisible();
      tabs.push(opened);
    }
    await add("water the plants");
    for (const tab of tabs)
      await expect(tab.getByRole("row").filter({ hasText: "water the plants" })).toBeVisible();
    await page.close();
    await tabs[0]?.getByLabel("Add a task").fill("feed the cat");
    await tabs[0]?.keyboard.press("Enter");
    for (const tab of tabs)
      await expect(tab.getByRole("row").filter({ hasText: "feed the cat" })).toBeVisible();
  });

  test("a reminder that rings is in the inbox at once, and read where it is read", async () => {
    const { page } = await people.signedIn("lea");
    await (await person(people.mesh(), "lea")).addTask("feed the cat", 500);
    await page
      .getByRole("link", { name: /^Inbox, 1 new/ })
      .first()
      .click();
    await expect(page.getByText("feed the cat").first()).toBeVisible();
    await page.getByRole("button", { name: "Mark feed the cat as read" }).click();
    await expect(page.getByRole("button", { name: "Mark feed the cat as read" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Inbox", exact: true }).first()).toBeVisible();
  });
}
