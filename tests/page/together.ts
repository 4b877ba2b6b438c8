import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import { person } from "../support/person.ts";
import { TALK } from "../support/scripted-model.ts";
import type { People } from "./people.ts";
import { say } from "./saying.ts";

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

  test("what is said in one browser is said in the other, and grows there as it is answered", async () => {
    const here = await people.signedIn("ora", {}, 0);
    const there = await people.signedIn("ora", {}, 1);
    await say(here.page, "add water the plants");
    const recent = there.page.getByRole("navigation", { name: "Main" });
    await recent.getByRole("button", { name: "add water the plants" }).click({ timeout: 5_000 });
    await expect(there.page.locator(".answer")).toHaveCount(1);
    await say(here.page, "add feed the cat");
    await expect(there.page.locator(".said").last()).toHaveText("add feed the cat", SOON);
    await expect(there.page.locator(".answer").last()).toContainText("feed the cat", SOON);
    await say(there.page, TALK);
    await expect(here.page.locator(".answer").last()).toContainText("This is sentence 2.");
    await here.page.getByRole("button", { name: "Stop the answer" }).click();
    for (const { page } of [here, there])
      await expect(page.locator(".answer").last()).toContainText("You stopped me here.");
  });

  test("a conversation that is renamed or deleted in one browser is so in the other, and so is a choice", async () => {
    const here = await people.signedIn("pax", {}, 0);
    const there = await people.signedIn("pax", {}, 1);
    const pax = await person(people.mesh(), "pax");
    const { conversation_id } = await pax.say("add water the plants");
    const path = `/conversations/${conversation_id}`;
    for (const { page } of [here, there])
      await named(page, "add water the plants").click({ timeout: 5_000 });
    await pax.ask("PATCH", path, { body: { title: "Plants" } });
    for (const { page } of [here, there]) await expect(named(page, "Plants")).toBeVisible(SOON);
    await pax.ask("DELETE", path);
    for (const { page } of [here, there]) {
      await expect(named(page, "Plants")).toHaveCount(0, SOON);
      await expect(page.getByText("What must you not forget?")).toBeVisible();
      await page.goto(`${new URL(page.url()).origin}/preferences`);
      await expect(page.getByLabel("First day of the week")).toBeVisible();
    }
    await here.page.getByLabel("First day of the week").selectOption("Sunday");
    await expect(there.page.getByLabel("First day of the week")).toHaveValue("SU", SOON);
  });
}

/** A conversation beside the list. */
const named = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("button", { name });

/** A second for who watches, as for a task. */
const SOON = { timeout: 1_000 };
