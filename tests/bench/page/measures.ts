import { type Browser, expect, type Page } from "@playwright/test";
import type { Mesh } from "@todo-mesh/mesh";
import { visit } from "../../page/browser.ts";

// In the browser, as text: what is measured there is none of Node's.
const WHEN_USABLE = `
  globalThis.usable = undefined;
  const look = () => {
    const field = document.getElementById("quick-add");
    if (field && document.querySelector(".task-row"))
      requestAnimationFrame(() => (globalThis.usable = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

const FRAMES = `new Promise((resolve) => {
  const box = document.querySelector(".task-scroller");
  const frames = [];
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    box.scrollTop += 240;
    if (frames.length < 180) requestAnimationFrame(step);
    else resolve(frames.slice(1));
  };
  requestAnimationFrame(step);
})`;

const CHANGED = `new Promise((resolve) => {
  const row = document.querySelector(".task-row");
  const { index } = row.dataset;
  const title = row.querySelector(".task-title").textContent;
  const from = performance.now();
  const look = () => {
    const now = document.querySelector('.task-row[data-index="' + index + '"] .task-title');
    if (now?.textContent !== title) resolve(performance.now() - from);
    else requestAnimationFrame(look);
  };
  row.querySelector(".task-circle").click();
  look();
})`;

export interface Opened {
  readonly page: Page;
  readonly usableMs: number;
  close(): Promise<void>;
}

/** Somebody opens the page in a browser that has nothing of it yet. */
export async function openPage(browser: Browser, mesh: Mesh, user: string): Promise<Opened> {
  const visited = await visit(browser);
  const { page } = visited;
  await page.addInitScript(WHEN_USABLE);
  const link = new URL(await mesh.link(user));
  link.pathname = "/tasks/all";
  await page.goto(link.href);
  await expect
    .poll(async () => page.evaluate<number | undefined>("globalThis.usable"), { timeout: 60_000 })
    .toBeGreaterThan(0);
  const usableMs = await page.evaluate<number>("globalThis.usable");
  return { page, usableMs, close: () => visited.close() };
}

/** From the press on a task's circle to the list without it, the mesh's answer between them. */
export const changePainted = (page: Page): Promise<number> => page.evaluate<number>(CHANGED);

/** How long each frame took while the list was scrolled as fast as a hand does. */
export const framesOfScrolling = (page: Page): Promise<number[]> => page.evaluate<number[]>(FRAMES);

/** What the page holds, in MB, once what is not needed is gone. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1_000_000;
}
