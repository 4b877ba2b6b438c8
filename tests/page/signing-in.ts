import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import type { People } from "./people.ts";

export function signingIn(people: People): void {
  test("the link signs in once, the code leaves the address, and a reload and a further tab stay signed in", async () => {
    const { page, context } = await people.arrive();
    const link = await people.mesh().link("ada");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
    expect(page.url()).not.toContain("code");
    await page.reload();
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
    const tab = await context.newPage();
    await tab.goto(`${people.address()}/tasks/all`);
    await expect(tab.getByRole("heading", { name: "All tasks" })).toBeVisible();
    const stranger = await people.arrive();
    await stranger.page.goto(link);
    await expect(stranger.page.getByRole("alert")).toContainText("used already");
    await expect(stranger.page.getByText("Open the link that")).toBeVisible();
  });

  test("without a connection the page says so, and goes on when it is back", async () => {
    const { page } = await people.signedIn("nia");
    await page.context().setOffline(true);
    await expect(page.getByText("No connection.")).toBeVisible({ timeout: 60_000 });
    await page.context().setOffline(false);
    await expect(page.getByText("No connection.")).toHaveCount(0, { timeout: 30_000 });
  });

  test("a page that is opened again without a connection shows the list as it was, and says from when", async () => {
    const { page, add, row } = await people.signedIn("ned");
    await add("water the plants today");
    await expect(row("water the plants")).toBeVisible();
    await expect
      .poll(async () => seenLast(page), { timeout: 30_000 })
      .toContain("water the plants");
    await page.context().setOffline(true);
    await page.reload();
    await expect(row("water the plants")).toBeVisible();
    await expect(page.getByText("You see your list as it was on")).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText("No connection.")).toHaveCount(0, { timeout: 30_000 });
    await expect(row("water the plants")).toBeVisible();
  });

  test("what a person saw last is gone from the browser when they are signed out", async () => {
    const { page, add } = await people.signedIn("oma");
    await add("water the plants today");
    await expect
      .poll(async () => seenLast(page), { timeout: 30_000 })
      .toContain("water the plants");
    await page.evaluate(`sessionStorage.setItem("renewal", "none that holds")`);
    await page.reload();
    await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
    await expect.poll(async () => seenLast(page)).toEqual(NOTHING);
  });

  test("the list is read once when the page is opened", async () => {
    const { page, context } = await people.arrive();
    const read: string[] = [];
    context.on("request", (request) => {
      if (request.url().includes("/tasks?")) read.push(request.url());
    });
    await page.goto(await people.mesh().link("pat"));
    await expect(page.getByText("Nothing is due today.")).toBeVisible();
    await page
      .getByRole("link", { name: /^Inbox/ })
      .first()
      .click();
    await expect(page.getByText("Nothing was announced yet.")).toBeVisible();
    expect(read).toHaveLength(1);
  });

  test("a German browser has a German page", async () => {
    const { page, add, row } = await people.signedIn("ole", { locale: "de-DE" });
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await add("heute um 23:59 Mama anrufen");
    await expect(row("Mama anrufen")).toBeVisible();
    await expect(page.getByText("Überfällig")).toHaveCount(0);
  });
}

const NOTHING = ["nothing is kept"];

/** What the browser keeps of the list that was seen last, once it keeps the page as well. */
const seenLast = async (page: Page): Promise<string[]> =>
  (await page.evaluate<string[] | undefined>(KEPT)) ?? NOTHING;

const KEPT = `(async () => {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const opening = indexedDB.open("todo-mesh", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("last");
  const db = await done(opening);
  const last = await done(db.transaction("last").objectStore("last").get("state"));
  db.close();
  return (await caches.match("/")) === undefined ? undefined : last?.tasks.map(({ title }) => title);
})()`;
