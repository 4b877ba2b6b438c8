import type { ConversationExport, Message } from "@todo-mesh/contracts";
import { toLocal, type Zone } from "@todo-mesh/recurrence";

/** A conversation to be read. What was said is quoted line by line, so that nothing in it passes for a part of the page. */
export function asMarkdown({ title, messages }: ConversationExport, zone: Zone): string {
  const said = messages.map((message) => `${headingOf(message, zone)}\n\n${quotedIn(message)}`);
  return `${[`# ${title}`, ...said].join("\n\n")}\n`;
}

const headingOf = ({ role, at }: Message, zone: Zone): string =>
  `**${role}**, ${toLocal(new Date(at), zone).slice(0, 16).replace("T", " ")} (${zone})`;

function quotedIn({ text, interrupted }: Message): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  return [...lines, ...(interrupted ? ["(broke off here)"] : [])]
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
