/** What waits to be done for a person. */
export interface Waiting {
  readonly userId: string;
  /** Shares a transaction with nobody else's. */
  isAlone: boolean;
}

const MOST_TOGETHER = 32;

/**
 * A line for each person, and turns between them: whoever had one goes to the end. Of one person one group is out at
 * a time, so that their own order is kept.
 */
export function createFairLine<Piece extends Waiting>(mustWait: (userId: string) => boolean) {
  const lines = new Map<string, Piece[]>();
  const out = new Set<string>();

  const toTheEnd = (userId: string, line: Piece[]): void => {
    lines.delete(userId);
    if (line.length > 0) lines.set(userId, line);
  };
  const takeFrom = ([userId, line]: Line<Piece>, most: number): Piece[] => {
    const firstAlone = line.findIndex(({ isAlone }) => isAlone);
    const together = firstAlone === -1 ? line.length : Math.max(firstAlone, 1);
    const taken = line.splice(0, Math.min(together, most));
    out.add(userId);
    toTheEnd(userId, line);
    return taken;
  };

  return {
    push: (piece: Piece): void => {
      const line = lines.get(piece.userId) ?? [];
      line.push(piece);
      lines.set(piece.userId, line);
    },
    /** The next group, small pieces of several people or one piece alone; empty when nobody can go. */
    take: ({ mayBeAlone }: { readonly mayBeAlone: boolean }): Piece[] => {
      const able = [...lines].filter(([userId]) => !out.has(userId) && !mustWait(userId));
      const [next] = mayBeAlone ? able : able.filter((line) => !isAlone(line));
      if (!next) return [];
      if (isAlone(next)) return takeFrom(next, 1);
      const company = able.filter((line) => !isAlone(line)).slice(0, MOST_TOGETHER);
      const each = Math.floor(MOST_TOGETHER / company.length);
      return company.flatMap((line) => takeFrom(line, each));
    },
    /** These are done, or come back to the head of their person's line; that goes behind the others'. */
    settle: (group: readonly Piece[], back: readonly Piece[] = []): void => {
      const returned = Map.groupBy(back, ({ userId }) => userId);
      for (const userId of new Set(group.map((piece) => piece.userId))) {
        out.delete(userId);
        toTheEnd(userId, [...(returned.get(userId) ?? []), ...(lines.get(userId) ?? [])]);
      }
    },
  };
}

type Line<Piece> = [userId: string, line: Piece[]];

const isAlone = ([, [first]]: Line<Waiting>): boolean => first?.isAlone === true;
