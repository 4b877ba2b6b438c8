export interface Needy {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * Groups parts into waves: each part needs only parts of earlier waves. Started in this order and
 * stopped in the reverse. A circle or the name of a part that is not there is an error.
 */
export function inWaves<Part extends Needy>(parts: readonly Part[]): Part[][] {
  const waves: Part[][] = [];
  const placed = new Set<string>();
  let left = [...parts];
  while (left.length > 0) {
    const wave = left.filter(({ needs }) => needs.every((need) => placed.has(need)));
    if (wave.length === 0) throw new Error(`What do these parts wait for? ${described(left)}`);
    for (const { name } of wave) placed.add(name);
    left = left.filter(({ name }) => !placed.has(name));
    waves.push(wave);
  }
  return waves;
}

const described = (parts: readonly Needy[]): string =>
  parts.map(({ name, needs }) => `${name} (needs ${needs.join(", ")})`).join("; ");
