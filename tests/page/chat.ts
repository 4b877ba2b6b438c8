import { readFileSync } from "node:fs";
import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { z } from "zod";
import { TALK } from "../support/scripted-model.ts";
import type { People } from "./people.ts";
import { COMPOSER, frame, say } from "./saying.ts";

const CORPUS = new URL("../../packages/chat-ui/test/xss-corpus.json", import.meta.url);

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
    await say(page, "remind me tomorrow at 6 to take the bins out");
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

  test("a long answer is stopped, and what was shown of it stays, and the conversation goes on from there", async () => {
    const { page, row } = await people.signedIn("ivy");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, TALK);
    const answer = page.locator(".answer").last();
    await expect(answer).toContainText("This is sentence 3.");
    await page.getByRole("button", { name: "Stop the answer" }).click();
    await expect(answer).toContainText("You stopped me here.");
    await expect(answer).toContainText("This is sentence 3.");
    const stopped = await answer.innerText();
    await say(page, "add buy bread");
    await expect(row("buy bread")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("log")).toContainText(stopped.split("\n")[0] ?? "?");
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

  test("what was said last is said in another way: in its place, with what it did taken back", async () => {
    const { page, row } = await people.signedIn("tia");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add by bread");
    await expect(row("by bread")).toBeVisible();
    await page.locator(".said-line").hover();
    await page.getByRole("button", { name: "Say it in another way" }).click();
    await expect(page.getByLabel(COMPOSER)).toHaveValue("add by bread");
    await expect(page.getByLabel(COMPOSER)).toBeFocused();
    await say(page, "add buy bread");
    await expect(row("buy bread")).toBeVisible();
    await expect(row("by bread")).toHaveCount(0);
    for (const reload of [false, true]) {
      if (reload) await page.reload();
      await expect(page.locator(".said")).toHaveText(["add buy bread"]);
      await expect(page.locator(".answer")).toHaveCount(1);
    }
  });

  test("what was said before is written anew with one press, and stays", async () => {
    const { page } = await people.signedIn("mia");
    await page.goto(`${people.address()}/tasks/all`);
    for (const message of ["add buy bread", "add feed the cat"]) await say(page, message);
    await expect(page.locator(".answer")).toHaveCount(2);
    await page.locator(".said-line").first().hover();
    await page.getByRole("button", { name: "Write it anew" }).click();
    await expect(page.getByLabel(COMPOSER)).toHaveValue("add buy bread");
    await expect(page.getByText("This goes in the place of")).toHaveCount(0);
  });

  test("an answer is given again, and what it did is done once", async () => {
    const { page, row } = await people.signedIn("noa");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add buy bread");
    await expect(row("buy bread")).toHaveCount(1);
    await page.locator(".answer").hover();
    await page.getByRole("button", { name: "Answer again" }).click();
    await expect(page.locator(".answer")).toContainText("I took that back");
    await expect(page.locator(".said")).toHaveText(["add buy bread"]);
    await expect(row("buy bread")).toHaveCount(1);
  });

  test("a long answer is read from its beginning, and whoever reads further up is left there", async () => {
    const { page } = await people.signedIn("wes");
    await page.goto(`${people.address()}/tasks/all`);
    const long = Array.from({ length: 80 }, (_, line) => `line ${line}`).join("\n\n");
    await page.route("**/api/wes/chat", (route) =>
      route.fulfill({ contentType: "text/event-stream", body: turnOf(long, 1) }),
    );
    // Beside it each sentence stands for who listens, too.
    const log = page.getByRole("log");
    await say(page, "tell me all");
    await expect(log.getByText("line 79")).toBeAttached();
    await expect(page.locator(".said")).toBeInViewport();
    await expect(log.getByText("line 0", { exact: true })).toBeInViewport();
    await page.getByRole("button", { name: "Latest" }).click();
    await expect(log.getByText("line 79")).toBeInViewport();
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
      await page
        .locator(":is(.markdown, .said) :is(img, script, style, iframe, object, embed, form, svg)")
        .count(),
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
