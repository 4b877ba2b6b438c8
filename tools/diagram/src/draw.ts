import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A page of the documentation with a picture of imports. */
export interface Drawing {
  readonly page: string;
  readonly title: string;
  /** What is seen in it. */
  readonly about: string;
  /** Where the imports begin, which of them are drawn, and what is one box. */
  readonly from: readonly string[];
  readonly only: string;
  readonly box: string;
}

const pageOf = (name: string): string =>
  fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));

export const DRAWINGS: readonly Drawing[] = [
  {
    page: pageOf("packages.md"),
    title: "Who imports whom",
    about: "Packages and services.",
    from: ["services", "packages"],
    only: "^(packages|services)/[^/]+/src",
    box: "^(packages|services)/[^/]+",
  },
  {
    page: pageOf("sentence.md"),
    title: "The way of a sentence",
    about:
      "The rooms and shelves of chat-api that a message of the chat comes through, from its route to the words of the answer. An arrow leads from who asks to who is asked.",
    from: ["services/chat-api/src/inbound/chat-routes.ts"],
    only: "^services/chat-api/src",
    box: "^services/chat-api/src/(inbound|outbound|(domain|use-cases)/[^/.]+)",
  },
];

/** The page as it is now, drawn from the imports as they stand. */
export async function draw({ title, about, from, only, box }: Drawing): Promise<string> {
  const { stdout } = await execa({ cwd: ROOT, preferLocal: true })("depcruise", [
    ...from,
    "--include-only",
    only,
    "--collapse",
    box,
    "--output-type",
    "mermaid",
  ]);
  return `# ${title}

${about} Drawn from the imports by \`pnpm diagram\`; a test fails when it is stale.

\`\`\`mermaid
${stdout.trim()}
\`\`\`
`;
}

/** The page as it was last drawn; empty if it never was. */
export const drawn = ({ page }: Drawing): Promise<string> => readFile(page, "utf8").catch(() => "");
