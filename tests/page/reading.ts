import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import { TALK } from "../support/scripted-model.ts";
import type { People } from "./people.ts";
import { COMPOSER, say } from "./saying.ts";

/** What is read, looked at and listened to while an answer grows. */
export function reading(people: People): void {
  const talking = async (user: string): Promise<Page> => {
    const { page } = await people.signedIn(user, { viewport: { width: 1000, height: 320 } });
    await page.goto(`${people.address()}/tasks/all`);
    await say(page, "add buy bread");
    await expect(page.locator(".card")).toHaveCount(1);
    await say(page, TALK);
    return page;
  };

  test("whoever scrolls up in an answer that grows stays where they read", async () => {
    const page = await talking("hux");
    await page.getByRole("button", { name: "Latest" }).click();
    await until(page, 18);
    await page.getByRole("log").hover();
    await page.mouse.wheel(0, -60);
    await expect(page.getByRole("button", { name: "Latest" })).toBeVisible();
    const place = await page.evaluate<number>(PLACE_AT_REST);
    await until(page, 26);
    expect(await page.evaluate<number>(PLACE)).toBe(place);
  });

  test("an answer that grows draws nothing anew of what was said before, nor of the list; a letter nothing of both", async () => {
    const page = await talking("ike");
    await until(page, 3);
    await watch(page, ".answer:not(:last-of-type), .said-line, .task-grid");
    await until(page, 20);
    await page.getByLabel(COMPOSER).pressSequentially("half a thought");
    expect(await page.evaluate("globalThis.drawn")).toBe(0);
    await page.getByRole("button", { name: "Stop the answer" }).click();
    await expect(page.getByText("This answer was interrupted.")).toBeVisible();
    await watch(page, ".thread, .task-grid");
    await page.getByLabel(COMPOSER).pressSequentially(" and the rest of it");
    expect(await page.evaluate("globalThis.drawn")).toBe(0);
  });

  test("whoever listens hears that an answer comes, and each sentence once, when it is whole", async () => {
    const page = await talking("jax");
    const spoken = page.locator(".chat [aria-live=polite]");
    await expect(page.getByRole("log")).toHaveAttribute("aria-live", "off");
    await expect(spoken).toContainText("The assistant is answering.");
    await expect(spoken).toContainText("This is sentence 3.");
    await page.evaluate(HEAR);
    await until(page, 12);
    await page.getByRole("button", { name: "Stop the answer" }).click();
    await expect(spoken).toContainText("You stopped me here.");
    const heard = await page.evaluate<string[]>("globalThis.heard");
    expect(heard.length).toBeGreaterThan(5);
    expect(new Set(heard).size).toBe(heard.length);
    for (const sentence of heard) expect(sentence).toMatch(/[.!?)]\s*$/);
  });
}

const until = async (page: Page, sentence: number): Promise<void> =>
  expect(page.locator(".answer").last()).toContainText(`This is sentence ${sentence}.`, {
    timeout: 30_000,
  });

// In the browser, as text: what an element is there, Node does not know.
const PLACE = `document.querySelector(".thread").scrollTop`;
/** That place once it is at rest: a browser may scroll softly. */
const PLACE_AT_REST = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  let place = NaN;
  while (place !== ${PLACE}) {
    place = ${PLACE};
    await frame();
    await frame();
  }
  return place;
})()`;
const watch = (page: Page, selector: string): Promise<void> =>
  page.evaluate(`(() => {
    globalThis.drawn = 0;
    const look = new MutationObserver((changes) => (globalThis.drawn += changes.length));
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    const seen = [...document.querySelectorAll(${JSON.stringify(selector)})];
    if (seen.length === 0) throw new Error("There is nothing to look at");
    for (const each of seen) look.observe(each, all);
  })()`);

/** What is added to what is spoken; what is taken away or changed is a fault. */
const HEAR = `(() => {
  globalThis.heard = [];
  const look = new MutationObserver((changes) => {
    for (const { addedNodes, type, removedNodes } of changes) {
      if (type !== "childList" || removedNodes.length > 0) globalThis.heard.push("changed");
      for (const added of addedNodes) globalThis.heard.push(added.textContent);
    }
  });
  const spoken = document.querySelector(".chat [aria-live=polite]");
  look.observe(spoken, { subtree: true, childList: true, characterData: true });
})()`;
