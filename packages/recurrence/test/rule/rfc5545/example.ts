/** An example of RFC 5545 §3.8.5.3. All of them start at 09:00 in America/New_York unless they say otherwise. */
export interface Example {
  readonly name: string;
  readonly start: string;
  /** More than one where the RFC says "or": each gives the same dates. */
  readonly rules: readonly string[];
  readonly exdates?: readonly string[];
  /** "1997 Sep 2-4,9; Oct 2; 1998 Jan 3" */
  readonly dates: string;
  /** Times of each of these days; 09:00 if not given. */
  readonly times?: readonly string[];
  /** The RFC goes on with "…": these are only the first. */
  readonly goesOn?: true;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The wall times that an example expects. */
export function expectedOf(example: Example): string[] {
  let year = "";
  return example.dates.split("; ").flatMap((group) => {
    const words = group.split(" ");
    if (words.length === 3) year = words[0] ?? "";
    const month = MONTHS.indexOf(words.at(-2) ?? "") + 1;
    return daysOf(words.at(-1) ?? "").flatMap((day) =>
      (example.times ?? ["09:00"]).map((time) => `${year}-${two(month)}-${two(day)}T${time}:00`),
    );
  });
}

const two = (value: number): string => String(value).padStart(2, "0");

const daysOf = (text: string): number[] =>
  text.split(",").flatMap((item) => {
    const [first = 0, last = first] = item.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
