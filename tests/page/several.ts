import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

export function several(people: People): void {
  test("several are chosen by the keyboard, completed at once, and taken back by one undo", async () => {
    const { page, add, row } = await people.signedIn("cat");
    await page.goto(`${people.address()}/tasks/all`);
    for (const title of ["apples", "pears", "plums"]) await add(title);
    await expect(page.getByRole("row")).toHaveCount(4);
    await row("apples").focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(page.getByRole("toolbar")).toContainText("3 selected");
    await page.keyboard.press("x");
    await expect(page.getByRole("toolbar")).toContainText("2 selected");
    await page.keyboard.press(" ");
    await expect(page.locator(".toast")).toContainText("Completed 2 tasks");
    await expect(page.getByRole("row")).toHaveCount(2);
    await page.keyboard.press("u");
    for (const title of ["apples", "pears", "plums"]) await expect(row(title)).toBeVisible();
  });

  test("several are chosen by pressing them, moved to a day, and deleted", async () => {
    const { page, add, row } = await people.signedIn("deb");
    await page.goto(`${people.address()}/tasks/all`);
    for (const title of ["apples", "pears today at 23:30", "plums"]) await add(title);
    await expect(row("plums")).toBeVisible();
    await page.getByRole("button", { name: "Select several" }).click();
    await row("apples").click();
    await row("pears").click();
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByRole("menuitem", { name: "Tomorrow" }).click();
    await expect(page.locator(".toast")).toContainText("Moved 2 tasks");
    await page.getByRole("link", { name: "Upcoming" }).first().click();
    await expect(page.getByText("Tomorrow", { exact: true })).toBeVisible();
    await expect(row("pears")).toContainText("23:30");
    await row("apples").click({ modifiers: ["ControlOrMeta"] });
    await page.getByRole("button", { name: "Select all" }).click();
    await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("Nothing is planned yet.")).toBeVisible();
  });

  test("a task is dragged to another day, and keeps its time", async () => {
    const { page, add, row } = await people.signedIn("ern");
    await page.goto(`${people.address()}/tasks/all`);
    await add("buy milk tomorrow");
    await add("call mum in 3 days at 8:15");
    await expect(row("call mum")).toBeVisible();
    await row("call mum").dragTo(row("buy milk"));
    await expect(page.locator(".toast")).toContainText("Moved “call mum”");
    await expect(row("call mum")).toContainText("08:15");
    await expect(page.locator(".task-heading")).toHaveCount(1);
  });

  test("a title is changed where it stands; Escape leaves it as it was", async () => {
    const { page, add, row } = await people.signedIn("flo");
    await page.goto(`${people.address()}/tasks/all`);
    await add("by milk");
    await row("by milk").focus();
    await page.keyboard.press("F2");
    await page.keyboard.type("nothing");
    await page.keyboard.press("Escape");
    await expect(row("by milk")).toBeFocused();
    await row("by milk").locator(".task-title").dblclick();
    await page.getByLabel("Title").fill("buy milk");
    await page.keyboard.press("Enter");
    await expect(page.locator(".toast")).toContainText("Changed “buy milk”");
    await expect(row("buy milk")).toBeFocused();
  });

  test("the menu of a task is there for the keyboard, and gives the focus back", async () => {
    const { page, add, row } = await people.signedIn("gil");
    await page.goto(`${people.address()}/tasks/all`);
    await add("buy milk today");
    await row("buy milk").focus();
    await page.keyboard.press(".");
    await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(row("buy milk")).toBeFocused();
    await page.keyboard.press(".");
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "No date" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator(".toast")).toContainText("Moved “buy milk”");
    const gil = await person(people.mesh(), "gil");
    const { json } = await gil.ask("GET", "/tasks?due=none");
    expect(json).toMatchObject({ items: [{ title: "buy milk" }] });
  });
}
