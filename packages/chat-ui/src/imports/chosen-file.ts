import type { ImportRequest } from "@todo-mesh/contracts";

/** A file that was chosen, as the mesh takes it. */
export type ChosenFile = Pick<ImportRequest, "format" | "file">;

/** Why a file is none that could be taken. */
export type Unreadable = "empty" | "tooLong" | "noText" | "unknown";

/** The mesh takes so many. */
export const MOST_CHARACTERS = 200_000;
const MOST_BYTES_OF_ONE = 3;

/** What stands in a file, and of which format that is: what it is called says little. */
export async function readChosen(
  blob: Pick<Blob, "size" | "arrayBuffer">,
): Promise<ChosenFile | Unreadable> {
  // Nobody reads a film to its end to find that it is none.
  if (blob.size > MOST_CHARACTERS * MOST_BYTES_OF_ONE) return "tooLong";
  const file = textOf(await blob.arrayBuffer());
  if (file === undefined) return "noText";
  if (file.trim() === "") return "empty";
  if (file.length > MOST_CHARACTERS) return "tooLong";
  const format = formatOf(file);
  return format ? { format, file } : "unknown";
}

function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const COLUMNS = ["TYPE", "CONTENT"];

function formatOf(text: string): ChosenFile["format"] | undefined {
  const [head = ""] = text.trimStart().split(/[\r\n]/, 1);
  if (head.trim().toUpperCase() === "BEGIN:VCALENDAR") return "icalendar";
  const names = head.split(",").map((name) => name.replaceAll('"', "").trim().toUpperCase());
  return COLUMNS.every((column) => names.includes(column)) ? "todoist" : undefined;
}
