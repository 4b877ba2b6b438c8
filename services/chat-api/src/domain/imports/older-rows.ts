/** A row of the older product's `conversations`. Moments are milliseconds since 1970, NaN for one that is no moment. */
export interface OlderConversation {
  readonly id: number;
  readonly userId: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

/** A row of its `messages`. */
export interface OlderMessage {
  readonly id: number;
  readonly userId: string | null;
  readonly role: string | null;
  readonly content: string | null;
  readonly toolCalls: string | null;
  readonly createdAt: number | null;
}

/** What is odd about a row, in the words of the report. */
export const ODD = {
  "no-text": "its text is null: it is kept as an empty message",
  empty: "it is empty: it is kept so",
  long: "its text is too long: its beginning is kept",
  nul: "NUL or half a character stands in it: U+FFFD is kept in its place",
  encoding: "it looks as if it had been read in a wrong encoding: it is kept as it is",
  "no-role": "its role is null: “unknown” is kept",
  "unknown-role": "its role is neither user nor assistant: the word is kept",
  "no-time": "its time is missing or none: that of the message before it is kept",
  "future-time": "its time is in the future: it is kept so",
  "tool-calls": "its tool calls are not of a shape that is known: they are not kept",
  "many-tool-calls": "its tool calls are too long: they are not kept",
  "other-case": "the case of its user differs from that of the conversation: it is kept",
} as const;
export type Odd = keyof typeof ODD;

/** Why a row is not taken at all. */
export const LEFT = {
  older: "only the newest 200 messages of a conversation are kept",
  "another-user": "it is a message of another user than the conversation's",
  "no-conversation": "its conversation is not there",
  "no-owner": "its conversation belongs to nobody",
  "bad-owner": "its conversation's user is no user id here (1 to 255 printable characters)",
  "bad-number": "its conversation's number is none that an address can have",
} as const;
export type Left = keyof typeof LEFT;

/** Of these something is lost, so that the whole row belongs into the file of what was left behind. */
export const LOSES: ReadonlySet<Odd> = new Set<Odd>([
  "long",
  "nul",
  "tool-calls",
  "many-tool-calls",
]);
