import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "./chromium.ts";

/** The browser of this machine. */
export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page did that no page of ours may do. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

type Look = Parameters<Browser["newContext"]>[0];

/** A browser of somebody's own, with nothing in it yet, whose complaints are written down. */
export async function visit(browser: Browser, look: Look = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Rome",
    reducedMotion: "reduce",
    ...look,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A refusal of the policy comes this way, too.
    if (message.type() === "error" && !isOfTheNetwork(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== "127.0.0.1" && request.url().startsWith("http"))
      faults.push(`request: ${request.url()}`);
  });
  return { page, context, faults, close: () => context.close() };
}

// What a refused or broken request leaves in the console is looked at where it is expected.
const isOfTheNetwork = (text: string): boolean => text.startsWith("Failed to load resource");
