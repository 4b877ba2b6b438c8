const LONGEST_TITLE = 200;
const LONGEST_TAG = 40;
const LONGEST_NOTES = 4_000;
const MOST_TAGS = 20;

interface Written {
  readonly title: string;
  readonly notes: readonly string[];
  readonly tags: readonly string[];
}

/** Title, notes and tags as a task can hold them. What is cut is said; of a long title all stands in the notes. */
export function fitting({ title, notes, tags }: Written) {
  const remarks: string[] = [];
  const isLong = Array.from(title).length > LONGEST_TITLE;
  if (isLong) remarks.push("Its title is too long for one: all of it stands in the notes");
  const all = (isLong ? [title, ...notes] : notes)
    .filter((each) => each.trim() !== "")
    .join("\n\n");
  if (Array.from(all).length > LONGEST_NOTES)
    remarks.push(`Its notes were cut after ${LONGEST_NOTES} characters`);
  const names = [...new Set(tags.map(asTag).filter((tag) => tag !== ""))];
  if (names.length > MOST_TAGS)
    remarks.push(
      `Of its tags the first ${MOST_TAGS} are kept, without ${names.slice(MOST_TAGS).join(", ")}`,
    );
  const kept = names.slice(0, MOST_TAGS);
  return {
    title: isLong ? `${first(title, LONGEST_TITLE - 1)}…` : title,
    ...(all !== "" && { notes: first(all, LONGEST_NOTES) }),
    ...(kept.length > 0 && { tags: kept }),
    remarks,
  };
}

const first = (text: string, most: number): string => Array.from(text).slice(0, most).join("");

const asTag = (name: string): string => first(name.replaceAll(",", " ").trim(), LONGEST_TAG);
