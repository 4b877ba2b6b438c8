import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const PAGE = fileURLToPath(new URL("../../../docs/packages.md", import.meta.url));

const FOLDED = [
  "--include-only",
  "^(packages|services)/[^/]+/src",
  "--collapse",
  "^(packages|services)/[^/]+",
];

/** The page with the packages' picture, drawn from the imports as they stand. */
export async function drawPackages(): Promise<string> {
  const { stdout } = await execa({ cwd: ROOT, preferLocal: true })("depcruise", [
    "services",
    "packages",
    ...FOLDED,
    "--output-type",
    "mermaid",
  ]);
  return `# Who imports whom

Drawn from the imports by \`pnpm diagram\`; a test fails when it is stale.

\`\`\`mermaid
${stdout.trim()}
\`\`\`
`;
}

/** The page as it was last drawn; empty if it never was. */
export const drawnPackages = (): Promise<string> => readFile(PAGE, "utf8").catch(() => "");
