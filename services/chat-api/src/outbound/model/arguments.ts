import { endOfObject } from "./end-of-object.ts";
import { type JsonObject, objectFrom, objectIn } from "./json.ts";

/**
 * Puts the arguments of one call together, as servers send them: in pieces, each piece with all before it, as an
 * object, or spelled as a text of a text. Once they are a whole object nothing more is added; only `{}`, which proxies
 * send before the real ones, gives way.
 */
export function argumentsOf() {
  let [text, closed, end] = ["", false, endOfObject()];
  const begin = (): void => {
    [text, closed, end] = ["", false, endOfObject()];
  };
  /** They begin once more, in whole. */
  const isAnew = (piece: string): boolean =>
    closed
      ? text.trim() === "{}" && piece.trimStart().startsWith("{")
      : text !== "" && piece.startsWith(text);

  const add = (piece: string): void => {
    if (piece === "") return;
    if (isAnew(piece)) begin();
    if (closed) return;
    const at = end(piece);
    closed = at !== undefined;
    text += piece.slice(0, at);
    if (at !== undefined) add(piece.slice(at).trim());
  };

  return {
    add: (piece: unknown): void => {
      const whole = objectIn(piece);
      if (typeof piece === "string") add(piece);
      else if (whole) add(JSON.stringify(whole));
    },
    /** Nothing has begun that is not at its end. */
    isWhole: (): boolean => closed || text.trim() === "",
    /** They are at their end, and cannot go on. */
    isClosed: (): boolean => closed,
    length: (): number => text.length,
    read: (): JsonObject | undefined => (text.trim() === "" ? {} : objectFrom(text)),
  };
}
