import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DOCS, EVENTS_FOLDER, pages } from "./pages.ts";

// What is not an event any more must not stay behind.
await rm(join(DOCS, EVENTS_FOLDER), { recursive: true, force: true });
for (const [name, text] of pages()) {
  const path = join(DOCS, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
