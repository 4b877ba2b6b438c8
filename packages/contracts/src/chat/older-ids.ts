import { v5 } from "uuid";
import { z } from "zod";

const KINDS = {
  conversation: "6f0b6d0a-30a4-4c8b-9d0e-2f1c7b5a9e01",
  message: "6f0b6d0a-30a4-4c8b-9d0e-2f1c7b5a9e02",
  turn: "6f0b6d0a-30a4-4c8b-9d0e-2f1c7b5a9e03",
} as const;

/** The id here of what had a number in the older product. */
export const idOfOlder = (kind: keyof typeof KINDS, id: number): string =>
  v5(String(id), KINDS[kind]);

/** Whether an id came out of a number of the older product: nothing that begins here has a UUID of this version. */
export const isOfOlder = (id: string): boolean => id[14] === "5";

const NUMBER = /^[1-9]\d{0,14}$/;

/** The id of the conversation that a path names, by its id or by its number there. */
export const conversationNamed = (name: string): string =>
  NUMBER.test(name) ? idOfOlder("conversation", Number(name)) : name;

/** A conversation, by its id or by the number that it had in the older product, which may be written as text. */
export const ConversationRef = z
  .union([
    z.uuid(),
    z
      .int()
      .positive()
      .transform((id) => idOfOlder("conversation", id)),
    z.string().regex(NUMBER).transform(conversationNamed),
  ])
  .meta({
    description: "A conversation of the older product may be named by the number it had there.",
  });
