import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Where the browser of this machine lies; nothing is downloaded. Says what to do where there is none. */
export function findChromium(path = process.env["PATH"] ?? ""): string {
  const folders = path.split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    isProgram,
  );
  if (found === undefined)
    throw new Error(
      "There is no Chromium, so the page was not tried: “apt-get install chromium” (Debian) brings it",
    );
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
