import { test } from "@jest/globals";
import { expect, type Locator, type Page } from "@playwright/test";
import { ConversationPage, ConversationRead } from "@todo-mesh/contracts";
import { type Person, person } from "../support/person.ts";
import { TALK } from "../support/scripted-model.ts";
import { breakableLine } from "./breakable-line.ts";
import type { People } from "./people.ts";
import { say } from "./saying.ts";

/** An answer that grows is taken up where it stood, and in the end what is shown is what is kept. */
export function resuming(people: People): void {
  test("after a reload it goes on where it is by then, is not asked for again, and can be stopped", async () => {
    const { page } = await people.signedIn("abe");
    await page.goto(`${people.address()}/tasks/all`);
    const asked = askedOf(page);
    await say(page, TALK);
    await expect(answerOn(page)).toContainText("This is sentence 3.");
    await page.reload();
    await stop(page);
    await expectAsKept(page, await person(people.mesh(), "abe"));
    expect(asked).toEqual(["POST /chat", "GET /turns/…/events", "POST /turns/…/stop"]);
  });

  test("a line that breaks is taken up behind the last word that was heard", async () => {
    const line = await breakableLine(people.address());
    try {
      const { page } = await people.arrive();
      const link = new URL(await people.mesh().link("gil"));
      await page.goto(`${line.address}${link.pathname}${link.hash}`);
      const asked = askedOf(page);
      await say(page, TALK);
      await expect(answerOn(page)).toContainText("This is sentence 3.");
      const resumed = page.waitForRequest(/\/turns\/[^/]+\/events$/);
      line.cut();
      expect((await resumed).headers()["last-event-id"]).toMatch(/\.[1-9]\d*$/);
      await expect(answerOn(page)).toContainText("This is sentence 9.");
      await stop(page);
      await expectAsKept(page, await person(people.mesh(), "gil"));
      expect(asked.filter((one) => one === "POST /chat")).toHaveLength(1);
    } finally {
      await line.close();
    }
  });

  test("chat-api is killed and started: what was shown stays, and its end is what is kept", async () => {
    const { page } = await people.signedIn("lou");
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, TALK);
    await expect(answerOn(page)).toContainText("This is sentence 3.");
    const shown = await wordsOf(answerOn(page));
    await people.mesh().part("chat-api-1").kill();
    await people.mesh().part("chat-api-1").start();
    await expect(page.getByText("This answer was interrupted.")).toBeVisible({ timeout: 60_000 });
    expect(await wordsOf(answerOn(page))).toContain(shown);
    await expectAsKept(page, await person(people.mesh(), "lou"));
    await say(page, "add feed the goldfish");
    await expect(page.locator(".card")).toContainText("feed the goldfish");
  });

  test("on another device it grows as well, and can be stopped from there", async () => {
    const { page } = await people.signedIn("moe", {}, 0);
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, TALK);
    await expect(answerOn(page)).toContainText("This is sentence 2.");
    const there = await people.signedIn("moe", {}, 1);
    await there.page.getByRole("button", { name: "Conversations" }).click();
    await there.page.getByRole("dialog").getByRole("listitem").getByRole("button").first().click();
    await expect(answerOn(there.page)).toContainText("This is sentence 2.");
    await stop(there.page);
    for (const each of [page, there.page])
      await expectAsKept(each, await person(people.mesh(), "moe"));
  });
}

const answerOn = (page: Page): Locator => page.locator(".answer").last();

async function stop(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Stop the answer" }).click();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
}

const wordsOf = async (answer: Locator): Promise<string> =>
  plain(await answer.locator(".markdown").innerText());
const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** What the conversation that began last has, and a page that is opened anew. */
async function expectAsKept(page: Page, who: Person): Promise<void> {
  const { items } = ConversationPage.parse((await who.ask("GET", "/conversations")).json);
  const { json } = await who.ask("GET", `/conversations/${items[0]?.id}`);
  const [kept] = ConversationRead.parse(json).items;
  expect(kept).toMatchObject({ role: "assistant", interrupted: true });
  const text = plain(kept?.text ?? "");
  expect(text).toContain("This is sentence 3.");
  await expect.poll(async () => wordsOf(answerOn(page))).toBe(text);
  await page.reload();
  await expect.poll(async () => wordsOf(answerOn(page))).toBe(text);
  await expect(page.locator(".said")).toHaveCount(1);
}

/** What a page asks of the chat. */
function askedOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, , , what, id, ...rest] = new URL(request.url()).pathname.split("/");
    const path = ["", what, ...(id ? ["…"] : []), ...rest].join("/");
    if (what === "chat" || what === "turns") asked.push(`${request.method()} ${path}`);
  });
  return asked;
}
