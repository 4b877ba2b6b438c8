import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { TaskPage } from "@todo-mesh/contracts";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

export function tasks(people: People): void {
  test("a task is added as it is read, completed, and taken back by the toast that names it", async () => {
    const { page, add, row } = await people.signedIn("bea");
    await page.getByLabel("Add a task").fill("water the plants today");
    await expect(page.locator(".reading")).toContainText(/20\d\d/);
    await page.keyboard.press("Enter");
    await expect(row("water the plants")).toBeVisible();
    await expect(page.locator(".toast")).toContainText("water the plants");
    await row("water the plants")
      .getByRole("button", { name: /^Complete/ })
      .click();
    await expect(row("water the plants")).toHaveCount(0);
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await expect(row("water the plants")).toBeVisible();
    await add("buy milk");
    await page.goto(`${people.address()}/tasks/all`);
    await expect(row("buy milk")).toBeVisible();
  });

  test("the next task is entered while one is on its way", async () => {
    const { page, add, row } = await people.signedIn("fen");
    await page.goto(`${people.address()}/tasks/all`);
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await page.route(/\/tasks$/, async (route) => {
      if (route.request().postData()?.includes("apples") === true) await held;
      return route.continue();
    });
    for (const title of ["apples", "pears"]) await add(title);
    await expect(row("pears")).toBeVisible();
    letGo();
    await expect(row("apples")).toHaveCount(1);
  });

  test("words that are no time for their writer stay in the title, and what is ambiguous is asked", async () => {
    const { page, row } = await people.signedIn("cem");
    await page.goto(`${people.address()}/tasks/all`);
    await page.getByLabel("Add a task").fill("read the book Tomorrow");
    await page.getByRole("button", { name: "Keep these words in the title" }).click();
    await page.getByLabel("Add a task").press("Enter");
    await expect(row("read the book Tomorrow")).toBeVisible();
    await page.getByLabel("Add a task").fill("take the bins out tomorrow at 6");
    await page.getByLabel("Add a task").press("Enter");
    await page
      .getByRole("group", { name: "Which one do you mean?" })
      .getByRole("button")
      .first()
      .click();
    await expect(row("take the bins out")).toBeVisible();
    const { json } = await (await person(people.mesh(), "cem")).ask("GET", "/tasks?sort=created");
    expect(json).toMatchObject({ items: [{ title: "read the book Tomorrow" }, { due: {} }] });
  });

  test("a task is changed in its dialog, deleted, found in the trash, and restored", async () => {
    const { page, add, row } = await people.signedIn("dan");
    await page.goto(`${people.address()}/tasks/all`);
    await add("call mum");
    await row("call mum").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit task" });
    await dialog.getByLabel("Title").fill("call dad");
    await dialog.getByLabel("When").fill("tomorrow at 9");
    await expect(dialog.locator(".edit-reading")).toContainText("09:00");
    await dialog.getByLabel("Tags").fill("family, phone");
    await dialog.getByLabel("Priority").selectOption("urgent");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(row("call dad")).toContainText("09:00");
    await expect(row("call dad")).toContainText("family");
    await row("call dad").hover();
    await row("call dad").getByRole("button", { name: "More for call dad" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(row("call dad")).toHaveCount(0);
    await page.getByRole("link", { name: "Trash" }).first().click();
    await row("call dad")
      .getByRole("button", { name: /^Restore/ })
      .click();
    await expect(row("call dad")).toHaveCount(0);
    await page.getByRole("link", { name: "All tasks" }).first().click();
    await expect(row("call dad")).toBeVisible();
  });

  test("what was changed elsewhere meanwhile is said, and what was typed stays", async () => {
    const { page, add, row } = await people.signedIn("eli");
    await page.goto(`${people.address()}/tasks/all`);
    await add("plan the trip");
    const eli = await person(people.mesh(), "eli");
    await row("plan the trip").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit task" });
    const { json } = await eli.ask("GET", "/tasks");
    const [task] = TaskPage.parse(json).items;
    await eli.ask("PATCH", `/tasks/${task?.id}`, { body: { notes: "elsewhere" } });
    await dialog.getByLabel("Title").fill("plan the journey");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByRole("alert")).toContainText("changed elsewhere");
    await expect(dialog.getByLabel("Title")).toHaveValue("plan the journey");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(row("plan the journey")).toBeVisible();
  });

  test("a search shows what has the words, and says when nothing has", async () => {
    const { page, add, row } = await people.signedIn("fay");
    await page.goto(`${people.address()}/tasks/all`);
    await add("buy oat milk");
    await add("sell the bike");
    await page.getByRole("searchbox").fill("mil");
    await expect(row("buy oat milk")).toBeVisible();
    await expect(row("sell the bike")).toHaveCount(0);
    await page.getByRole("searchbox").fill("zebra");
    await expect(page.getByText("Nothing here has “zebra” in it.")).toBeVisible();
  });

  test("the keyboard is enough: it adds, goes through the list, completes and takes back", async () => {
    const { page, row } = await people.signedIn("max");
    await page.goto(`${people.address()}/tasks/all`);
    await expect(page.getByRole("heading", { name: "All tasks" })).toBeVisible();
    await page.keyboard.press("n");
    await page.keyboard.type("apples");
    await page.keyboard.press("Enter");
    await expect(row("apples")).toBeVisible();
    await page.keyboard.type("pears");
    await page.keyboard.press("Enter");
    await expect(row("pears")).toBeVisible();
    await row("apples").focus();
    await page.keyboard.press("ArrowDown");
    await expect(row("pears")).toBeFocused();
    await page.keyboard.press(" ");
    await expect(row("pears")).toHaveCount(0);
    await page.keyboard.press("u");
    await expect(row("pears")).toBeVisible();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}
