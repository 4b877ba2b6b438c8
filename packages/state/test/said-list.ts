import type { StateStore } from "@todo-mesh/ports";
import { z } from "zod";
import { append, atomically, keyOf, listOf } from "../src/index.ts";

/** A list of texts, for the tests of what lists do. */
export const messages = listOf(keyOf("chat", "ada"), z.object({ text: z.string() }));

export const said = (...texts: string[]) => texts.map((text) => ({ text }));

export const addTo = (store: StateStore, ...texts: string[]) =>
  atomically(store, (tx) => append(tx, messages, said(...texts)));

/** Entries as `number:text`. */
export const textsOf = (entries: readonly { n: number; element: { text: string } }[]) =>
  entries.map(({ n, element }) => `${n}:${element.text}`);
