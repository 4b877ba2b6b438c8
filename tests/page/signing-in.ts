import { test } from "@jest/globals";
import { expect } from "@playwright/test";
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

  test("a German browser has a German page", async () => {
    const { page, add, row } = await people.signedIn("ole", { locale: "de-DE" });
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await add("heute um 23:59 Mama anrufen");
    await expect(row("Mama anrufen")).toBeVisible();
    await expect(page.getByText("Überfällig")).toHaveCount(0);
  });
}
