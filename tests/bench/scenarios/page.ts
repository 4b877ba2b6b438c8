import type { Browser } from "@playwright/test";
import type { Mesh } from "@todo-mesh/mesh";
import { startBrowser } from "../../page/browser.ts";
import { openDoor } from "../door.ts";
import type { Figure, Scenario } from "../figure.ts";
import { fill, owner } from "../long-list.ts";
import { onMesh } from "../on-mesh.ts";
import { bytesOf } from "../page/bytes.ts";
import { changePainted, framesOfScrolling, heapOf, openPage } from "../page/measures.ts";
import { median, percentile, spread } from "../statistics.ts";

const TASKS = 5_000;
const OPENED = 5;
const CHANGES = 15;
const USER = "page-of-5000";

/** What the page weighs, and how quick it is for a person with many tasks. */
export const page: Scenario = {
  name: "page",
  measure: async () =>
    onMesh({ services: ["chat-api"] }, async (mesh) => {
      const door = openDoor(mesh.publicUrl(), { connections: 4 });
      const browser = await startBrowser();
      try {
        await fill(await owner(mesh, door, USER), TASKS);
        return [...(await weighed(mesh)), ...(await looked(browser, mesh))];
      } finally {
        await browser.close();
        door.close();
      }
    }),
};

async function weighed(mesh: Mesh): Promise<Figure[]> {
  const { beforeUsable, all } = await bytesOf(mesh.publicUrl());
  return [
    { figure: "KB before usable, brotli", measured: beforeUsable, unit: "", bar: "≤ 130" },
    { figure: "KB of all JS and CSS, brotli", measured: all, unit: "", bar: "≤ 200" },
  ];
}

async function looked(browser: Browser, mesh: Mesh): Promise<Figure[]> {
  const usable: number[] = [];
  for (let time = 1; time < OPENED; time += 1) {
    const opened = await openPage(browser, mesh, USER);
    usable.push(opened.usableMs);
    await opened.close();
  }
  const last = await openPage(browser, mesh, USER);
  usable.push(last.usableMs);
  // The rest of a long list is read after its first page.
  await last.page.waitForLoadState("load");
  await last.page.getByText(`${TASKS.toLocaleString("en")} tasks`).waitFor();
  const changes: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) changes.push(await changePainted(last.page));
  const frames = await framesOfScrolling(last.page);
  const heap = await heapOf(last.page);
  await last.close();
  return [
    {
      figure: `usable with ${TASKS} tasks`,
      measured: median(usable),
      unit: "ms",
      bar: "≤ 1 000",
      note: spread(usable),
    },
    {
      figure: "one change, from the press to the list without it",
      measured: median(changes),
      unit: "ms",
      bar: "≤ 50",
      note: spread(changes),
    },
    {
      figure: "frame while scrolling, p95",
      measured: percentile(frames, 0.95),
      unit: "ms",
      bar: "≤ 34",
      note: spread(frames),
    },
    { figure: "heap", measured: heap, unit: "MB", bar: "≤ 15" },
  ];
}
