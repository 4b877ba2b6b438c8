import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ensureWhole } from "../src/whole-folder.ts";

let root: string;
let folder: string;
let filled: number;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "whole-"));
  folder = join(root, "part-1");
  filled = 0;
});
afterEach(async () => rm(root, { recursive: true }));

const fill = async (into: string): Promise<void> => {
  filled += 1;
  await writeFile(join(into, "file"), "whole");
};

test("the folder is filled under another name, and once", async () => {
  let name = "";
  await ensureWhole(folder, { fill: async (into) => fill((name = into)) });
  await ensureWhole(folder, { fill });
  expect(name).not.toBe(folder);
  expect(filled).toBe(1);
  expect(await readdir(folder)).toEqual(["file"]);
  expect(await readdir(root)).toEqual(["part-1"]);
});

test("of those who come at the same time one fills it, and all find it whole", async () => {
  await Promise.all([1, 2, 3].map(async () => ensureWhole(folder, { fill })));
  expect(filled).toBe(1);
});

test("a failure leaves nothing behind, and the next one may try", async () => {
  const failing = async (into: string) => {
    await fill(into);
    throw new Error("the disk is full");
  };
  await expect(ensureWhole(folder, { fill: failing })).rejects.toThrow("the disk is full");
  expect(await readdir(root)).toEqual([]);
  await ensureWhole(folder, { fill });
  expect(await readdir(folder)).toEqual(["file"]);
});

test("what a killed process left, half a folder and a lock, is cleared away", async () => {
  await mkdir(`${folder}.unfinished-a1b2c3`);
  await writeFile(join(`${folder}.unfinished-a1b2c3`, "file"), "ha");
  await mkdir(`${folder}.lock`);
  await utimes(`${folder}.lock`, new Date(0), new Date(0));
  await ensureWhole(folder, { fill });
  expect(filled).toBe(1);
  expect(await readdir(root)).toEqual(["part-1"]);
});

test("whoever waits for another can be called off", async () => {
  await mkdir(`${folder}.lock`);
  const signal = AbortSignal.timeout(100);
  await expect(ensureWhole(folder, { fill, signal })).rejects.toThrow(/aborted/);
  expect(filled).toBe(0);
});
