import { expect, type Page } from "@playwright/test";

export const COMPOSER = "Ask, or tell me what to remember";

/** Says something once the answer before is whole: until then Enter keeps the words where they are. */
export async function say(page: Page, message: string): Promise<void> {
  await page.getByLabel(COMPOSER).fill(message);
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeEnabled();
  await page.keyboard.press("Enter");
}

/** An event of an answer's stream. */
export const frame = (event: string, data: object): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
