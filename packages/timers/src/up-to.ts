/** Bounds of a cache that takes room as it fills; with `max` it takes all of it at once, for many thousands half a megabyte. */
export const upTo = (most: number) => ({ maxSize: most, sizeCalculation: () => 1 });
