import type { ModelCall } from "../../use-cases/assistant/model.ts";
import { argumentsOf } from "./arguments.ts";
import { objectIn, textIn } from "./json.ts";

interface Slot {
  readonly index: number | undefined;
  readonly id: string | undefined;
  name: string;
  readonly given: ReturnType<typeof argumentsOf>;
}

/** A piece of a call, with whatever of it a server thought of. */
interface Piece {
  readonly index: number | undefined;
  readonly id: string | undefined;
  readonly name: string;
  readonly given: unknown;
}

/**
 * Puts calls together from the pieces of a stream: by their id, else by their index, else as they follow each other. A
 * piece with a name of its own that comes where a call is whole already is another call.
 */
export function streamedCalls(isTool: (name: string) => boolean) {
  const slots: Slot[] = [];

  const isAnother = (slot: Slot, { id, name }: Piece): boolean =>
    name !== "" &&
    (slot.given.isClosed() ||
      (isTool(slot.name) && isTool(name) && id !== undefined && slot.id !== id));
  const placeOf = (piece: Piece): Slot | undefined => {
    const same = piece.id && slots.find(({ id }) => id === piece.id);
    if (same) return same;
    const last = slots.findLast(
      ({ index }) => piece.index === undefined || index === undefined || index === piece.index,
    );
    return last && !isAnother(last, piece) ? last : undefined;
  };
  const opened = ({ index, id }: Piece): Slot => {
    const slot = { index, id, name: "", given: argumentsOf() };
    slots.push(slot);
    return slot;
  };

  return {
    take: (given: unknown): void => {
      const piece = pieceOf(given);
      if (!piece) return;
      const slot = placeOf(piece) ?? opened(piece);
      if (!isTool(slot.name) && !slot.given.isClosed()) slot.name += piece.name;
      slot.given.add(piece.given);
    },
    count: (): number => slots.length,
    length: (): number =>
      slots.reduce((sum, { name, given }) => sum + name.length + given.length(), 0),
    areWhole: (): boolean => slots.every(({ given }) => given.isWhole()),
    areClosed: (): boolean => slots.length > 0 && slots.every(({ given }) => given.isClosed()),
    read: (): ModelCall[] => slots.map(({ name, given }) => ({ name, arguments: given.read() })),
  };
}

function pieceOf(given: unknown): Piece | undefined {
  const call = objectIn(given);
  if (!call) return undefined;
  const told = objectIn(call["function"]) ?? call;
  const [index, id] = [call["index"] ?? "", textIn(call["id"])];
  return {
    index: index === "" ? undefined : Number(index),
    id: id === "" ? undefined : id,
    name: textIn(told["name"]),
    given: told["arguments"] ?? told["parameters"],
  };
}
