import { test } from "@jest/globals";
import { expect, type Page } from "@playwright/test";
import type { People } from "./people.ts";
import type { SignInProvider } from "./provider.ts";
import { COMPOSER } from "./saying.ts";

/** Signing in with a provider, at the replica of chat-api that has one. */
export function signingInElsewhere(
  people: People,
  provider: () => SignInProvider,
  replica: number,
): void {
  const address = (): string => people.mesh().publicUrl(replica);
  const arrive = async (user: string, path = "/tasks/all"): Promise<Page> => {
    const { page } = await people.arrive();
    await page.goto(address() + path);
    await signIn(page, user);
    return page;
  };

  test("one press leads to the provider and back to where one was, and a reload and a further tab stay signed in", async () => {
    const page = await arrive("pru", "/tasks/upcoming");
    await expect(page.getByRole("heading", { name: "Upcoming" })).toBeVisible();
    expect(page.url()).toBe(`${address()}/tasks/upcoming`);
    await page.getByLabel("Add a task").fill("buy milk tomorrow");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("row").filter({ hasText: "buy milk" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Upcoming" })).toBeVisible();
    const tab = await page.context().newPage();
    await tab.goto(`${address()}/tasks/all`);
    await expect(tab.getByRole("row").filter({ hasText: "buy milk" })).toBeVisible();
    await expect(tab.getByText("pru")).toBeVisible();
  });

  test("whoever does not want to come in is told so, and can try again", async () => {
    const { page } = await people.arrive();
    await page.goto(address());
    await signIn(page, "");
    await expect(page.getByRole("alert")).toContainText("You did not want to.");
    await signIn(page, "qin");
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  });

  test("a token is renewed while one writes, in two tabs with one renewal, and no word is lost", async () => {
    const page = await arrive("rex");
    const tab = await page.context().newPage();
    await tab.goto(`${address()}/tasks/all`);
    const before = provider().renewals();
    for (const each of [page, tab]) await each.getByLabel(COMPOSER).fill("half a thought");
    await expect
      .poll(
        async () => {
          for (const each of [page, tab]) await search(each, "x");
          return provider().renewals() - before;
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(3);
    for (const each of [page, tab]) {
      await expect(each.getByLabel(COMPOSER)).toHaveValue("half a thought");
      await expect(each.getByText("You are not signed in any more.")).toHaveCount(0);
    }
  });

  test("whose session is ended loses nothing: they sign in beside it, and it goes on", async () => {
    const page = await arrive("xan");
    await page.getByLabel(COMPOSER).fill("half a thought");
    await provider().revokeAll();
    const notice = page.getByText("You are not signed in any more.");
    await expect(async () => {
      await search(page, "x");
      await expect(notice).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Sign in beside this" }).click();
    const beside = await opened;
    await beside.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(beside.getByRole("heading", { name: "Today" })).toBeVisible();
    await expect(notice).toHaveCount(0);
    await expect(page.getByLabel(COMPOSER)).toHaveValue("half a thought");
    await page.getByLabel("Add a task").fill("buy milk");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("row").filter({ hasText: "buy milk" })).toBeVisible();
  });

  test("whoever signs out is out in all tabs, with the provider as well, and leaves nothing behind", async () => {
    const page = await arrive("sol", "/preferences");
    const tab = await page.context().newPage();
    await tab.goto(`${address()}/tasks/all`);
    await tab.getByLabel(COMPOSER).fill("half a thought");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Yes, sign me out" }).click();
    for (const each of [page, tab]) {
      await expect(each.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
      expect(await each.evaluate("sessionStorage.length")).toBe(0);
    }
    await signIn(tab, "zia");
    await expect(tab.getByText("zia")).toBeVisible();
    await expect(tab.getByLabel(COMPOSER)).toHaveValue("");
  });
}

/** An empty name is of whoever does not want to. */
async function signIn(page: Page, user: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Name").fill(user);
  await page.getByRole("button", { name: "Go on" }).click();
}

/** Asks the mesh for something, with the token that holds by then. */
async function search(page: Page, what: string): Promise<void> {
  await page.getByLabel("Add a task").fill(`${what} ${Date.now()} tomorrow`);
}
