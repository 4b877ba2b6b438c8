import { readFileSync } from "node:fs";
import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import type { People } from "./people.ts";
import { frame, say } from "./saying.ts";

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
    const { page } = await people.signedIn("val");
    await page.goto(`${people.address()}/tasks/all`);
    const decided: unknown[] = [];
    await page.route("**/api/val/chat", (route) =>
      route.fulfill({
        contentType: "text/event-stream",
        body: turnThatAsks(approvalOf("pending")),
      }),
    );
    await page.route("**/api/val/approvals/*", (route) => {
      decided.push(route.request().postDataJSON());
      return route.fulfill({ json: approvalOf("approved") });
    });
    await page.route("**/api/val/conversations/*", (route) =>
      route.fulfill({
        json: conversationWith(approvalOf(decided.length > 0 ? "approved" : "pending")),
      }),
    );
    await say(page, "delete what is old");
    const card = page.getByRole("region", { name: "The assistant asks before it does this" });
    await expect(card.getByRole("listitem")).toHaveText(["move “buy milk” to the trash"]);
    await card.getByRole("button", { name: "Do it" }).click();
    await expect(card).toContainText("You allowed it, and it was done.");
    await expect(card.getByRole("button")).toHaveCount(0);
    expect(decided).toEqual([{ decision: "approve" }]);
  });
}

const ASKING = {
  turn_id: "019aab2a-5bf2-7e61-8c2d-0a1b2c3d4e5f",
  conversation_id: "019aab2a-5bf2-7e61-9c2d-0a1b2c3d4e5f",
};

const approvalOf = (status: string) => ({
  ...ASKING,
  id: "019aab2a-5bf2-7e61-ac2d-0a1b2c3d4e5f",
  status,
  acts: [{ name: "delete_task", arguments: {}, effect: "move “buy milk” to the trash" }],
  asked_at: "2026-11-27T09:00:00.000Z",
  expires_at: "2026-11-28T09:00:00.000Z",
});

const turnThatAsks = (approval: object): string =>
  [
    frame("turn.started", ASKING),
    frame("approval.requested", approval),
    frame("turn.finished", { ...ASKING, response: "Shall I?", tool_calls: [], approval }),
  ].join("");

/** The answer that asks, as it is read again. */
const conversationWith = (approval: object) => ({
  id: ASKING.conversation_id,
  title: "delete what is old",
  created_at: "2026-11-27T09:00:00.000Z",
  updated_at: "2026-11-27T09:00:00.000Z",
  items: [
    {
      id: ASKING.turn_id,
      role: "assistant",
      text: "Shall I?",
      turn_id: ASKING.turn_id,
      at: "2026-11-27T09:00:00.000Z",
      approval,
    },
  ],
});
