import { readFileSync } from "node:fs";
import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { toTheModel } from "../support/scripted-model.ts";
import type { People } from "./people.ts";
import { say } from "./saying.ts";

export function conversations(people: People): void {
  test("conversations are found, renamed, taken along and deleted", async () => {
    const { page } = await people.signedIn("una");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add buy bread");
    await expect(page.locator(".card")).toContainText("buy bread");
    await page.getByRole("button", { name: "New conversation" }).click();
    await say(page, "add sell the bike");
    await expect(page.locator(".card")).toContainText("sell the bike");
    await page.getByRole("button", { name: "Conversations" }).click();
    const dialog = page.getByRole("dialog", { name: "Conversations" });
    const rows = dialog.getByRole("listitem");
    await expect(rows).toHaveCount(2);
    await dialog.getByRole("searchbox").fill("bread");
    await expect(rows).toHaveCount(1);
    await rows.getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.getByLabel("Title").fill("Groceries");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(rows.filter({ hasText: "Groceries" })).toHaveCount(1);
    await rows
      .filter({ hasText: "Groceries" })
      .getByRole("button", { name: /^More for/ })
      .click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Download" }).click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toContain("add buy bread");
    await rows
      .filter({ hasText: "sell the bike" })
      .getByRole("button", { name: /^More for/ })
      .click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page
      .getByRole("dialog", { name: "Delete the conversation?" })
      .getByRole("button", { name: "Delete", exact: true })
      .click();
    await expect(rows).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(page.getByText("What must you not forget?")).toBeVisible();
  });

  test("what the assistant may only do with a yes is shown exactly, and decided once", async () => {
    const { page, add, row } = await people.signedIn("val");
    await page.goto(`${people.address()}/tasks/all`);
    await add("buy milk");
    await say(page, toTheModel(["delete_task", { task: "buy milk" }]));
    const card = page.getByRole("region", { name: "The assistant asks before it does this" });
    await expect(card.getByRole("listitem")).toHaveText(["move “buy milk” to the trash"]);
    await expect(row("buy milk")).toBeVisible();
    await card.getByRole("button", { name: "Do it" }).click();
    await expect(card).toContainText("You allowed it, and it was done.");
    await expect(card.getByRole("button")).toHaveCount(0);
    await expect(row("buy milk")).toHaveCount(0);
  });
}
