/** Something of somebody: what has no group shares one line. */
export interface Grouped {
  readonly group?: string | undefined;
}
export type Group = Grouped["group"];

/**
 * What waits, each group in a line of its own, and the lines take turns. Of one group no more than its share is out at
 * a time: whoever has thousands waits behind their own, and there is room left for the others.
 */
export class FairQueue<Item extends Grouped> {
  readonly #shareOf: (group: Group) => number;
  readonly #lines = new Map<Group, Item[]>();
  readonly #out = new Map<Group, number>();
  #waiting = 0;

  constructor(shareOf: (group: Group) => number) {
    this.#shareOf = shareOf;
  }

  add(item: Item): void {
    const line = this.#lines.get(item.group);
    if (line) line.push(item);
    else this.#lines.set(item.group, [item]);
    this.#waiting += 1;
  }

  /** How many wait, of all groups. */
  get waiting(): number {
    return this.#waiting;
  }

  /** How many of a group wait or are out. */
  countOf(group: Group): number {
    return (this.#lines.get(group)?.length ?? 0) + (this.#out.get(group) ?? 0);
  }

  /** Those that may go now, at most so many: one of each line, then the next of each. Until `back` they are out. */
  take(most: number): Item[] {
    const taken: Item[] = [];
    // A line that is put back to the end of the map is met again in this same loop: at its next turn.
    for (const [group, line] of this.#lines) {
      if (taken.length === most) break;
      const item = this.#freeOf(group) > 0 ? line.shift() : undefined;
      if (!item) continue;
      taken.push(item);
      this.#waiting -= 1;
      this.#out.set(group, (this.#out.get(group) ?? 0) + 1);
      this.#lines.delete(group);
      if (line.length > 0) this.#lines.set(group, line);
    }
    return taken;
  }

  back(items: readonly Item[]): void {
    for (const { group } of items) {
      const left = (this.#out.get(group) ?? 0) - 1;
      if (left > 0) this.#out.set(group, left);
      else this.#out.delete(group);
    }
  }

  /** How many may go now, as far as `most`, and the first of each of their lines. */
  ready(most: number): { readonly count: number; readonly first: readonly Item[] } {
    let count = 0;
    const first: Item[] = [];
    for (const [group, line] of this.#lines) {
      const [item] = line;
      const free = Math.min(line.length, this.#freeOf(group));
      if (!item || free <= 0) continue;
      first.push(item);
      count += free;
      if (count >= most) break;
    }
    return { count: Math.min(count, most), first };
  }

  /** The last of the longest line, which waits no longer: whoever has thousands makes room, and nobody who has a few. */
  dropLast(): Item | undefined {
    let longest: Item[] = [];
    for (const line of this.#lines.values()) if (line.length >= longest.length) longest = line;
    const last = longest.pop();
    if (!last) return undefined;
    if (longest.length === 0) this.#lines.delete(last.group);
    this.#waiting -= 1;
    return last;
  }

  /** All that wait, who do so no longer. */
  clear(): Item[] {
    const waiting = [...this.#lines.values()].flat();
    this.#lines.clear();
    this.#waiting = 0;
    return waiting;
  }

  #freeOf(group: Group): number {
    return this.#shareOf(group) - (this.#out.get(group) ?? 0);
  }
}
