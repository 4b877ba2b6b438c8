import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";
import { say } from "./saying.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What a finger does. */
export function touching(people: People): void {
  test("nothing grows when it is written in, nothing is too small for a finger, and nothing waits to be hovered", async () => {
    const { page, add, row } = await people.signedIn("koa", PHONE);
    await add("buy milk today at 23:45");
    await expect(row("buy milk")).toBeVisible();
    await expect(row("buy milk").getByRole("button", { name: /^More/ })).toHaveCSS("opacity", "1");
    for (const path of ["/tasks/all", "/chat", "/inbox", "/preferences"]) {
      await page.goto(people.address() + path);
      await expect(page.getByRole("main")).toBeVisible();
      if (path === "/chat") await say(page, "add buy bread");
      expect([path, ...(await tooSmall(page))]).toEqual([path]);
    }
    await page.goto(`${people.address()}/chat`);
    const copy = page.getByRole("button", { name: "Copy the answer" });
    await expect(copy).toBeVisible();
    await expect(page.locator(".answer-doing")).toHaveCSS("opacity", "1");
  });

  test("a finger that scrolls the list moves no task", async () => {
    const { page } = await people.signedIn("liv", PHONE);
    const liv = await person(people.mesh(), "liv");
    for (let at = 10; at < 40; at += 1) await liv.addTask(`task ${at}`);
    await page.goto(`${people.address()}/tasks/all`);
    await expect(page.getByText("30 tasks")).toBeVisible();
    const changes: string[] = [];
    page.on("request", (request) => {
      if (["PATCH", "DELETE"].includes(request.method())) changes.push(request.url());
    });
    const session = await page.context().newCDPSession(page);
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", ...at(650) });
    for (let y = 640; y > 200; y -= 20)
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", ...at(y) });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    const scrolled = `Math.max(...[...document.querySelectorAll("*")].map((each) => each.scrollTop))`;
    await expect.poll(async () => page.evaluate<number>(scrolled)).toBeGreaterThan(100);
    expect(changes).toEqual([]);
  });
}

const at = (y: number) => ({ touchPoints: [{ x: 190, y }] });

/** Fields whose letters make a phone zoom in, and what a finger does not hit (WCAG 2.5.8). */
const tooSmall = (page: Page): Promise<string[]> => page.evaluate<string[]>(TOO_SMALL);

const TOO_SMALL = `(() => {
  const seen = (what) =>
    [...document.querySelectorAll(what)].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".sr, .skip"));
  const name = (each) => each.tagName.toLowerCase() + "." + each.className + " " + (each.ariaLabel ?? each.textContent);
  const zooming = seen("input:not([type=checkbox], [type=radio]), textarea, select").filter(
    (each) => parseFloat(getComputedStyle(each).fontSize) < 16,
  );
  const small = seen("button, a:not(p a)").filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  });
  return [...zooming.map((each) => "zooms: " + name(each)), ...small.map((each) => "small: " + name(each))];
})()`;
