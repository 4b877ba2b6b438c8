import { keyOf, listOf } from "@todo-mesh/state";
import { z } from "zod";
import { Message } from "@todo-mesh/contracts";

/** The head of a conversation; only its owner's name leads to it. */
export const conversationKey = (userId: string, id: string) => keyOf("chat", userId, id);
export const messagesOf = (userId: string, id: string) =>
  listOf(keyOf("chat", userId, id, "messages"), Message);
/** The ids of a person's conversations, in the order they began. */
export const conversationsOf = (userId: string) => listOf(keyOf("chats", userId), z.uuid());
