import { AppError } from "@todo-mesh/ports";

const MAX_DEPTH = 64;
// Each value at fault costs an error of its own, so their number is bounded before any is looked at. A full batch has 7 000, a long series 20 000.
const MAX_VALUES = 25_000;
const MAX_MEMBERS = 200;

/** Reads JSON that is an object or array, in UTF-8, of bounded depth and number of values; else it throws `invalid`. */
export function parseJson(bytes: Buffer): unknown {
  refuseTooMuch(bytes);
  const text = textOf(bytes);
  if (!/^\s*[[{]/.test(text)) throw notJson();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notJson(cause);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid", "The body is not well-formed UTF-8", { cause });
  }
}

function notJson(cause?: unknown): AppError {
  const position = /position (\d+)/.exec(String(cause))?.[1];
  const where = position === undefined ? "" : `: look at character ${position}`;
  return new AppError("invalid", `The body is not a JSON object or array${where}`, { cause });
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isMark = new Uint8Array(256);
for (const mark of [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT])
  isMark[mark] = 1;

// Counted on the bytes: what is refused is never built. It need not know JSON, for JSON.parse judges that afterwards.
// Most bytes are no marks, and cost one look at a table.
function refuseTooMuch(bytes: Buffer): void {
  const bounds = createBounds();
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isMark[byte] === 0) continue;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA) bounds.separate();
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) bounds.open(byte === OPEN_OBJECT);
    else bounds.close();
  }
}

function createBounds() {
  // How many members each open object has so far, from the outside in; a list's are not counted.
  const open: number[] = [];
  let values = 0;
  const countValue = (): void => {
    values += 1;
    if (values > MAX_VALUES) throw tooMuch(`has more than ${MAX_VALUES} values`);
  };
  return {
    open: (isObject: boolean): void => {
      countValue();
      open.push(isObject ? 1 : -Infinity);
      if (open.length > MAX_DEPTH) throw tooMuch(`is nested more than ${MAX_DEPTH} levels deep`);
    },
    close: (): void => {
      if (open.pop() === undefined) throw notJson();
    },
    separate: (): void => {
      countValue();
      const members = (open.pop() ?? -Infinity) + 1;
      if (members > MAX_MEMBERS) throw tooMuch(`has an object of more than ${MAX_MEMBERS} members`);
      open.push(members);
    },
  };
}

const tooMuch = (what: string): AppError => new AppError("invalid", `The body ${what}`);

/** Where a string's closing quote is, or the end of all. */
function endOfString(bytes: Buffer, start: number): number {
  let at = start + 1;
  for (let byte = bytes[at]; byte !== QUOTE && at < bytes.length; byte = bytes[at])
    at += byte === BACKSLASH ? 2 : 1;
  return at;
}
