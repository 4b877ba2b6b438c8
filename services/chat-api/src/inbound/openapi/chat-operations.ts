import {
  ChatAnswer,
  ChatRequest,
  ConversationExport,
  ConversationExportQuery,
  ConversationHead,
  ConversationPage,
  ConversationPatch,
  ConversationQuery,
  ConversationRead,
  PageQuery,
  RegenerateRequest,
  TurnEvent,
  TurnRef,
} from "@todo-mesh/contracts";
import { ONCE, ONCE_AND_WAIT, RESUME } from "./headers.ts";
import type { Operations } from "./operation.ts";

const EVENTS = Object.fromEntries(
  TurnEvent.options.map(({ shape }) => [shape.event.value, shape.data]),
);

const EXAMPLE = {
  id: "019aab2a-5b80-7c55-8a60-6d0f4b1c9e02.2",
  event: "text.delta",
  data: '{"text":"You have nothing to do."}',
};

const MARKDOWN = `# add buy milk

**person**, 2026-11-22 11:15 (Europe/Rome)

> add buy milk
`;

const WHOLE_OR_STREAM = {
  200: {
    about: "The whole answer, or its stream.",
    json: ChatAnswer,
    text: { "text/event-stream": { events: EVENTS, example: EXAMPLE } },
  },
};

export const CHAT_OPERATIONS: Operations = {
  "POST /chat": {
    id: "chat",
    summary: "Say something to the assistant",
    about:
      "Who accepts `text/event-stream` hears the turn as it goes: `turn.started`, then `tool.started`, `tool.finished` and `text.delta` as they come, `approval.requested` where something waits for a yes, and `turn.finished` (the whole answer) or `turn.failed` at the end. What is shown is stored before. A turn goes on when its reader leaves: `GET /turns/{id}/events` tells the rest of it, and `POST /turns/{id}/stop` ends it. If what answers dies, the turn ends as `interrupted`, with exactly what was shown and done. A conversation takes one turn at a time: a message waits for the answer before it (`Prefer: wait`), and is 409 when that takes longer. Sentences of up to 500 characters are read; of a longer message nothing is done, and the answer says so. Without a `conversation_id` each message begins a conversation. There are at most 2 000: one more takes the place of the one untouched longest among the twenty that began first, unless a turn of it runs; a conversation that was let go is 404. With `replaces_message_id` it stands in the place of your last message: that leaves the conversation with all that was answered to it, what it had changed is taken back first, and the answer says so; what was changed again since stays, and the answer says that. What it had asked waits for no yes any more. A message that is not there is 404, one after which you have said more is 409.",
    headers: ONCE_AND_WAIT,
    body: { schema: ChatRequest },
    answers: WHOLE_OR_STREAM,
    problems: ["conflict"],
  },
  "POST /conversations/{id}/regenerate": {
    id: "regenerate",
    summary: "Have your last message answered anew",
    about:
      "As `POST /chat` with the same message in its own place (`replaces_message_id`): what the answer before had changed is taken back, and said. “In ten minutes” counts from now.",
    headers: ONCE_AND_WAIT,
    body: { schema: RegenerateRequest },
    answers: WHOLE_OR_STREAM,
    problems: ["not-found", "conflict"],
  },
  "GET /turns/{id}/events": {
    id: "resumeTurn",
    summary: "Hear the rest of an answer",
    about:
      "The same events under the same ids as `POST /chat` tells them, behind `Last-Event-ID`: those that were, and those that come; on any replica, while the turn goes on and for ten minutes after. Whoever has heard all of them gets 204, by which an `EventSource` asks no more.",
    headers: RESUME,
    answers: {
      200: {
        about: "The rest of the turn.",
        text: { "text/event-stream": { events: EVENTS, example: EXAMPLE } },
      },
      204: { about: "It has ended, and nothing of it is left to hear." },
    },
    problems: ["not-found"],
  },
  "POST /turns/{id}/stop": {
    id: "stopTurn",
    summary: "Stop an answer",
    about:
      "On whichever replica it grows, within about a second. What was said and done until then stays and is kept; the answer is `interrupted`. An answer that is whole already stays as it is. A turn that never was, or ended more than ten minutes ago, is 404.",
    answers: { 200: { about: "It ends, or has ended.", json: TurnRef } },
    problems: ["not-found"],
  },
  "GET /conversations": {
    id: "listConversations",
    summary: "List the conversations",
    about: "The one that began last first; with a `query` those whose title has its words.",
    query: ConversationQuery,
    answers: { 200: { about: "A page of conversations.", json: ConversationPage } },
  },
  "GET /conversations/{id}": {
    id: "readConversation",
    summary: "Read a conversation",
    about:
      "With a page of its messages, the newest first. One that came from the older product is found by the number it had there, too. The last 200 are kept: one more takes the place of the oldest, so export what is to stay, or begin another conversation.",
    query: PageQuery,
    answers: { 200: { about: "The conversation and its messages.", json: ConversationRead } },
  },
  "PATCH /conversations/{id}": {
    id: "renameConversation",
    summary: "Rename a conversation",
    about: "It begins with the title that its first message gave it.",
    headers: ONCE,
    body: { schema: ConversationPatch },
    answers: { 200: { about: "The conversation now.", json: ConversationHead } },
    problems: ["conflict"],
  },
  "DELETE /conversations/{id}": {
    id: "deleteConversation",
    summary: "Delete a conversation",
    about:
      "With all its messages, at once and for good. What it did to tasks stays. A turn of it that runs goes on, and its answer is not kept.",
    headers: ONCE,
    answers: { 200: { about: "What was deleted.", json: ConversationHead } },
    problems: ["conflict"],
  },
  "GET /conversations/{id}/export": {
    id: "exportConversation",
    summary: "Take a conversation along",
    about:
      "As a file, the oldest message first: `json` has everything, `markdown` is to be read, with times in the zone that its person has chosen.",
    query: ConversationExportQuery,
    answers: {
      200: {
        about: "The conversation.",
        json: ConversationExport,
        text: { "text/markdown": { example: MARKDOWN } },
      },
    },
  },
};
