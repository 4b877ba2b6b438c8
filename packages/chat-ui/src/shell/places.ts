import { type View, VIEWS } from "../tasks/views.ts";

const PAGES = ["tasks", "chat", "inbox", "preferences"] as const;
export type Page = (typeof PAGES)[number];

/** Which page an address is, and which view of the list. */
export function placeOf(path: string): { page: Page; view: View } {
  const [, first, second] = path.split("/");
  const page = PAGES.find((one) => one === first) ?? "tasks";
  return { page, view: VIEWS.find((view) => view === second) ?? "today" };
}
