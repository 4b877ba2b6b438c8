import { readFileSync } from "node:fs";
import { test } from "@jest/globals";
import { expect } from "@playwright/test";
import { z } from "zod";
import { person } from "../support/person.ts";
import type { People } from "./people.ts";

const Exported = z.object({ tasks: z.array(z.object({ title: z.string() })) });

export function preferences(people: People): void {
  test("whoever comes for the first time is in the zone of their browser, for all who ask for them", async () => {
    const { page } = await people.signedIn("uma", { timezoneId: "Asia/Tokyo" });
    await expect(page.getByText("Times are read in Asia/Tokyo.")).toBeVisible();
    const uma = await person(people.mesh(), "uma");
    await expect
      .poll(async () => (await uma.ask("GET", "/preferences")).json)
      .toMatchObject({ timezone: "Asia/Tokyo" });
  });

  test("the language and the zone that are chosen hold at once, and on the next device", async () => {
    const { page, add, row } = await people.signedIn("vic");
    await add("call mum today at 23:30");
    await page.getByRole("link", { name: "Preferences" }).first().click();
    await page.getByLabel("Language").selectOption("de-DE");
    await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
    await page.getByLabel("Zeitzone").selectOption("Europe/London");
    await expect(page.getByText("Dieser Browser ist in Europe/Rome.")).toBeVisible();
    const next = await people.signedIn("vic", { timezoneId: "Europe/London" });
    await expect(next.page.getByRole("heading", { name: "Heute" })).toBeVisible();
    await expect(next.row("call mum")).toContainText("22:30");
    await page.getByRole("link", { name: "Heute" }).first().click();
    await expect(row("call mum")).toContainText("22:30");
  });

  test("whoever travels is asked which zone holds, and once", async () => {
    await (
      await person(people.mesh(), "wim")
    ).ask("PATCH", "/preferences", {
      body: { timezone: "Europe/Rome" },
    });
    const { page } = await people.signedIn("wim", { timezoneId: "America/New_York" });
    await page.getByRole("button", { name: "Stay in Europe/Rome" }).click();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
    await expect(page.getByText("This browser is in")).toHaveCount(0);
  });

  test("an hour for whole days is kept when it is left, and a choice that is refused is put back", async () => {
    const { page } = await people.signedIn("xia");
    await page.goto(`${people.address()}/preferences`);
    await page.getByLabel("On the day, at").fill("09:00");
    await page.getByLabel("On the day, at").blur();
    const xia = await person(people.mesh(), "xia");
    await expect
      .poll(async () => (await xia.ask("GET", "/preferences")).json)
      .toMatchObject({ day_reminder: "09:00" });
    await page.route("**/preferences", (route) =>
      route.request().method() === "PATCH"
        ? route.fulfill({ status: 409, json: { detail: "not now" } })
        : route.continue(),
    );
    await page.getByLabel("Country").selectOption("GB");
    await expect(page.getByText("That did not work: not now")).toBeVisible();
    await expect(page.getByLabel("Country")).toHaveValue("");
  });

  test("all that is kept can be taken along, and is erased only by who types their name", async () => {
    const { page, add } = await people.signedIn("yan");
    const other = await people.signedIn("yan");
    await add("buy milk today");
    await expect(other.row("buy milk")).toBeVisible();
    await page.getByRole("link", { name: "Preferences" }).first().click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    const exported = Exported.parse(JSON.parse(readFileSync(await file.path(), "utf8")));
    expect(exported.tasks).toEqual([{ title: "buy milk" }]);
    await page.getByRole("button", { name: "Erase", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Erase everything?" });
    await expect(dialog.getByRole("button", { name: "Erase all of it" })).toBeDisabled();
    await dialog.getByLabel("To go on, type your name").fill("yan");
    await dialog.getByRole("button", { name: "Erase all of it" }).click();
    await page.getByRole("button", { name: "Start anew" }).last().click();
    await expect(page.getByText("Nothing is due today.")).toBeVisible();
    await expect(other.row("buy milk")).toHaveCount(0);
  });
}
