import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

export function reminders(people: People): void {
  test("a series is told in words with its next five dates, one is skipped, and a phrase changes the rule", async () => {
    const zoe = await person(people.mesh(), "zoe");
    const repeat = { rule: "FREQ=DAILY", start: "2026-11-01T08:00", timezone: "Europe/Rome" };
    await zoe.ask("POST", "/tasks", { body: { title: "stretch", repeat } });
    const { page, row } = await people.signedIn("zoe");
    await page.goto(`${people.address()}/tasks/all`);
    await row("stretch").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit task" });
    await expect(dialog.getByRole("heading", { name: "every day at 08:00" })).toBeVisible();
    const dates = dialog.getByRole("list", { name: "The next dates" }).getByRole("listitem");
    await expect(dates).toHaveCount(5);
    const second = await dates.nth(1).innerText();
    await dialog.getByRole("button", { name: "Skip this date" }).click();
    await expect(dates.first()).toHaveText(second);
    await expect(dialog).toContainText("1 skipped");
    await dialog.getByLabel("When", { exact: true }).fill("every Monday at 9:00");
    await expect(dialog.locator(".edit-reading")).toContainText("every Monday at 09:00");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await row("stretch").focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("heading", { name: "every Monday at 09:00" })).toBeVisible();
    await dialog.getByRole("button", { name: "End the series" }).click();
    await expect(dialog.getByRole("heading", { name: "every Monday at 09:00" })).toHaveCount(0);
  });

  test("what a task will ring at is told in its dialog, and changed there", async () => {
    const amy = await person(people.mesh(), "amy");
    await amy.addTask("see the dentist", 3 * 86_400_000);
    const { page, row } = await people.signedIn("amy");
    await page.goto(`${people.address()}/tasks/all`);
    await row("see the dentist").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit task" });
    await expect(dialog.getByText("will ring")).toBeVisible();
    await dialog.getByLabel("Remind me").selectOption("Not at all");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect
      .poll(async () => (await amy.ask("GET", "/tasks")).json)
      .toMatchObject({ items: [{ reminders: [] }] });
  });

  test("what rang is by its task in the inbox, says why, is snoozed and done there, and all is read at once", async () => {
    const bob = await person(people.mesh(), "bob");
    await bob.addTask("feed the cat", 500);
    await bob.addTask("walk the dog", 600);
    await bob.addTask("water the cactus", 700);
    const { page } = await people.signedIn("bob");
    await page
      .getByRole("link", { name: /^Inbox, 3 new/ })
      .first()
      .click();
    const cat = page.getByRole("listitem").filter({ hasText: "feed the cat" });
    await cat.getByRole("button", { name: "Why?" }).click();
    await expect(cat.locator(".why")).toContainText("it was shown in your inbox");
    await cat.getByRole("button", { name: "Snooze feed the cat" }).click();
    await page.getByRole("menuitem", { name: "In an hour" }).press("Enter");
    await expect(page.locator(".toast")).toContainText("Snoozed “feed the cat”");
    const dog = page.getByRole("listitem").filter({ hasText: "walk the dog" });
    await dog.getByRole("button", { name: "Complete walk the dog" }).click();
    await expect(dog.getByRole("button", { name: "Complete walk the dog" })).toHaveCount(0);
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(page.getByRole("link", { name: "Inbox", exact: true }).first()).toBeVisible();
  });
}
