import { readFileSync } from "node:fs";
import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { People } from "./people.ts";

const CORPUS = new URL("../../packages/chat-ui/test/xss-corpus.json", import.meta.url);

const COMPOSER = "Ask, or tell me what to remember";

/** Says something once the answer before is whole: until then Enter keeps the words where they are. */
async function say(page: Page, message: string): Promise<void> {
  await page.getByLabel(COMPOSER).fill(message);
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeEnabled();
  await page.keyboard.press("Enter");
}

export function chat(people: People): void {
  test("what is said in the chat is answered there, shown as a card, and taken back by it", async () => {
    const { page, row } = await people.signedIn("gus");
    await page.goto(`${people.address()}/tasks/upcoming`);
    await say(page, "remind me to call mum tomorrow at 9");
    const card = page.locator(".card");
    await expect(card).toContainText("Added call mum");
    await expect(page.getByRole("log")).toContainText("09:00");
    await expect(row("call mum")).toBeVisible();
    await card.getByRole("button", { name: "Undo" }).click();
    await expect(card).toContainText("Taken back");
    await expect(row("call mum")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("log")).toContainText("remind me to call mum tomorrow at 9");
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect(page.getByText("What must you not forget?")).toBeVisible();
  });

  test("a time of several meanings is chosen by one press", async () => {
    const { page } = await people.signedIn("hal");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "remind me at 6 to take the bins out");
    await page.locator(".choices button").first().click();
    await expect(page.locator(".card")).toContainText("Added take the bins out");
  });

  test("a draft is there after a reload, and Enter that ends an input method sends nothing", async () => {
    const { page } = await people.signedIn("jon");
    const composer = page.getByLabel(COMPOSER);
    await composer.fill("half a thought");
    await page.reload();
    await expect(composer).toHaveValue("half a thought");
    await composer.dispatchEvent("keydown", { key: "Enter", isComposing: true });
    await composer.dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
    await expect(composer).toHaveValue("half a thought");
    await expect(page.locator(".said")).toHaveCount(0);
  });

  test("what could not be sent stays, and is sent again under its key, once", async () => {
    const { page, row } = await people.signedIn("kim");
    await page.goto(`${people.address()}/tasks/all`);
    const keys: (string | undefined)[] = [];
    await page.route("**/chat", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length > 3 ? route.continue() : route.abort();
    });
    await say(page, "add buy bread");
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(row("buy bread")).toHaveCount(1);
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(4);
  });

  test("an answer is copied, also where the browser has no clipboard to write to", async () => {
    const { page } = await people.signedIn("sam");
    await page.addInitScript(`Object.defineProperty(navigator, "clipboard", { value: undefined })`);
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add buy bread");
    const answer = page.locator(".answer").last();
    await answer.hover();
    await answer.getByRole("button", { name: "Copy the answer" }).click();
    await page.getByLabel(COMPOSER).focus();
    await page.keyboard.press("ControlOrMeta+v");
    await expect(page.getByLabel(COMPOSER)).toHaveValue(/buy bread/);
  });

  test("what was said is written anew with one press", async () => {
    const { page } = await people.signedIn("tia");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add by bread");
    await page.locator(".said-line").hover();
    await page.getByRole("button", { name: "Write it anew" }).click();
    await expect(page.getByLabel(COMPOSER)).toHaveValue("add by bread");
    await expect(page.getByLabel(COMPOSER)).toBeFocused();
  });

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

  test("nothing that an answer says runs or asks anybody, wherever it is cut", async () => {
    const { page } = await people.signedIn("rob");
    const corpus = z.array(z.string()).parse(JSON.parse(readFileSync(CORPUS, "utf8")));
    await page.exposeFunction("pwned", () => {
      throw new Error("A script of an answer ran");
    });
    let answered = 0;
    await page.route("**/api/rob/chat", (route) => {
      const text = corpus[answered] ?? "";
      answered += 1;
      return route.fulfill({ contentType: "text/event-stream", body: turnOf(text, answered) });
    });
    for (const [at] of corpus.entries()) {
      await say(page, `say ${at}`);
      await expect(page.locator(".answer")).toHaveCount(at + 1);
    }
    expect(
      await page.locator(".thread :is(img, script, iframe, object, embed, form, svg *)").count(),
    ).toBe(0);
  });
}

/** A turn of the chat, a character at a time. */
function turnOf(text: string, at: number): string {
  const ids = {
    turn_id: `019aab2a-5bf2-7e61-8c2d-${String(at).padStart(12, "0")}`,
    conversation_id: "019aab2a-5bf2-7e61-9c2d-000000000000",
  };
  return [
    frame("turn.started", ids),
    ...text.split("").map((character) => frame("text.delta", { text: character })),
    frame("turn.finished", { ...ids, response: text, tool_calls: [] }),
  ].join("");
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

const frame = (event: string, data: object): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
