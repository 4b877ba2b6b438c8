/** Says where the object, or the text, that begins with the first piece ends, as soon as it does. */
export function endOfObject() {
  let [depth, inText, escaped] = [0, false, false];
  const readText = (letter: string): boolean => {
    const isEnd = letter === '"' && !escaped;
    escaped = letter === "\\" && !escaped;
    inText = !isEnd;
    return isEnd && depth === 0;
  };
  const isEnd = (letter: string): boolean => {
    if (inText) return readText(letter);
    if (letter === '"') inText = true;
    if (letter === "{") depth += 1;
    if (letter !== "}") return false;
    depth -= 1;
    return depth <= 0;
  };
  return (piece: string): number | undefined => {
    for (let at = 0; at < piece.length; at += 1) if (isEnd(piece.charAt(at))) return at + 1;
    return undefined;
  };
}
