/** What `make` gives for this key, kept for the next time; the oldest of more than `limit` is forgotten. */
export function remember<Key, Value>(
  kept: Map<Key, Value>,
  limit: number,
  key: Key,
  make: (key: Key) => Value,
): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  for (const oldest of kept.keys()) {
    if (kept.size < limit) break;
    kept.delete(oldest);
  }
  kept.set(key, made);
  return made;
}
