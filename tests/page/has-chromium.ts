import { findChromium } from "./chromium.ts";

/** `make test-page`: whether there is a browser to try the page in; else says so, in one sentence. */
try {
  findChromium();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
