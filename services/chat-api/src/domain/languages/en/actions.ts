import { quoted } from "@todo-mesh/contracts";
import { sayAdded, wouldAdd } from "../../replies/say-added.ts";
import { sayDates } from "../../replies/say-dates.ts";
import { sayFound } from "../../replies/say-found.ts";
import { sayListed } from "../../replies/say-list.ts";
import { sayUndone } from "../../replies/say-undone.ts";
import type { ActionTable } from "../action-words.ts";
import { replies, time } from "./replies.ts";

/** How English asks for each action, and what it says when it was done. */
export const actions: ActionTable = {
  add_task: {
    again: "is on your list",
    examples: [
      "add buy milk",
      "remind me to call mum tomorrow at 9",
      "remind me to stretch in 20 minutes",
      "every weekday at 8 remind me to stretch",
    ],
    say: (outcome) => sayAdded(replies, outcome),
    would: (outcome) => wouldAdd(replies, outcome),
  },
  list_tasks: {
    examples: ["what is due today", "list"],
    say: (outcome) => sayListed(replies, outcome),
  },
  list_occurrences: {
    examples: ["when did I do stretch"],
    sentences: [
      /^when (?:did i|have i(?! to\b))(?: last)? (?:(?:do|done|did|finish|finished|complete|completed|skip|skipped|move|moved) )?(.+?)(?: last)?$/i,
      /^when (?:was|were) (.+?)(?: last)? (?:done|finished|completed|skipped|moved)(?: last)?$/i,
      /^how (?:often|many times) (?:did i|have i(?! to\b)|was|were) (?:(?:do|done|finish|finished|complete|completed|skip|skipped) )?(.+?)(?: done)?$/i,
      /^(?:what became of|(?:show me |show )?(?:the )?history of) (.+?)$/i,
    ],
    say: (told) => sayDates(replies, told),
  },
  read_task: {
    examples: ["when is the dentist"],
    sentences: [
      /^when (?:is|are) (.+?)(?: due)?$/i,
      /^when (?:do|must|should) i (?:have to |need to )?(.+)$/i,
      /^(?:what|at what) time is (.+?)(?: due)?$/i,
    ],
    say: ({ task }) => sayFound(replies, task),
  },
  complete_task: {
    again: "is done again",
    examples: ["done with milk"],
    sentences: [
      /^(?:i(?:['’]m| am) )?(?:done|finished) with (.+)$/i,
      /^i (?:just |already )?(?:did|finished|completed)(?! not\b) (.+)$/i,
      /^i(?:['’]ve| have) (?:just |already )?(?:done|finished|completed) (.+)$/i,
      /^(?:complete|completed|finish|finished|done|close|check off|tick off|cross off|mark off):? (.+)$/i,
      /^(?:check|tick|cross) (.+) off$/i,
      /^(?:mark|set|check|tick)(?: off)? (.+?)(?: as| off as)? (?:done|complete|completed|finished)$/i,
      /^(.+?) (?:is|are) (?:done|finished|completed)(?: now)?$/i,
      /^(?!(?:i|we|you|he|she|they|who|what|when|where|why|how|if|is|are|am|was|were|do|does|did|have|has|had|can|could|will|would|should|must|may|let|nothing|nobody) )(?!.*\b(?:is|are|was|were|be|been|not|never|almost|nearly|to get|to have)\b.*$)(.+?) (?:done|finished|completed)(?: now)?$/i,
      /^(.+?) (?:is|are) complete(?: now)?$/i,
    ],
    say: ({ task: { title, status, due } }) =>
      `I marked ${quoted(title)} as done.${
        status === "open" && due ? ` It comes again on ${time.due(due)}.` : ""
      }`,
    would: ({ task: { title } }) => `mark ${quoted(title)} as done`,
  },
  delete_task: {
    again: "is in the trash",
    examples: ["delete buy milk"],
    sentences: [
      /^(?:delete|remove|drop|erase|trash|cancel|throw away|get rid of|forget about) (.+?)(?: (?:from|off) (?:my|the) (?:to-?do |task )?(?:list|tasks|todos))?$/i,
    ],
    say: ({ task: { title } }) => `I moved ${quoted(title)} to the trash.`,
    would: ({ task: { title } }) => `move ${quoted(title)} to the trash`,
  },
  reopen_task: {
    again: "is open again",
    examples: ["reopen buy milk"],
    sentences: [
      /^(?:reopen|re-open|uncomplete|uncheck|untick) (.+)$/i,
      /^(?:mark|set) (.+?)(?: as)? (?:not (?:done|finished|complete|completed)|undone|open|incomplete|unfinished)$/i,
      /^(.+?) (?:is|are|was|were) (?:not (?:done|finished|complete|completed)|open again)(?: yet)?$/i,
    ],
    say: ({ task: { title } }) => `${quoted(title)} is open again.`,
    would: ({ task: { title } }) => `open ${quoted(title)} again`,
  },
  skip_task: {
    examples: ["skip stretch this time"],
    sentences: [
      /^(?:skip|pass over)(?: on)? (.+?)(?: (?:this|for this|just this) (?:time|once|week|month))?$/i,
    ],
    say: ({ task: { title, due } }) =>
      `I let ${quoted(title)} pass this time.${due ? ` It comes again on ${time.due(due)}.` : ""}`,
    would: ({ task: { title } }) => `let ${quoted(title)} pass this time`,
  },
  end_series: {
    sentences: [
      /^(?:end|stop|quit) (?:the (?:series|repetition) (?:of )?|repeating |reminding me (?:to |of |about )?)(.+)$/i,
      /^(?:end|stop) (.+?)(?:['’]s)? (?:series|repetition|from repeating)$/i,
      /^(?:don['’]t|do not) repeat (.+?)(?: any ?more| again)?$/i,
    ],
    say: ({ task: { title, due } }) =>
      `${quoted(title)} does not come again.${due ? ` It stays due on ${time.due(due)}.` : ""}`,
    would: ({ task: { title } }) => `let ${quoted(title)} not come again`,
  },
  reschedule_task: {
    examples: ["move the dentist to Saturday"],
    sentences: [
      /^(?:move|reschedule|postpone|push(?: back)?|delay|defer|shift|put off) (?<task>.+?) (?:to|until|till|by|for) (?<until>.+)$/i,
      /^(?:move|reschedule|postpone|delay|defer|shift) (?<task>.+?) (?<until>tomorrow(?: .+)?|today(?: .+)?|tonight|next .+)$/i,
      /^(?:no,? |sorry,? )*i (?:meant|mean) (?<until>.+)$/i,
      /^make (?:it|that) (?<until>.+?)(?: instead)?$/i,
      /^change (?<task>.+?) to (?<until>(?:at |on |in |next |tomorrow|today|tonight|\d).*|(?:mon|tues|wednes|thurs|fri|satur|sun)day.*)$/i,
    ],
    say: ({ task: { title, due } }) =>
      `I moved ${quoted(title)}${due ? ` to ${time.due(due)}` : ""}.`,
    would: ({ task: { title, due } }) =>
      `move ${quoted(title)}${due ? ` to ${time.due(due)}` : ""}`,
  },
  snooze_task: {
    undone: "is no longer snoozed",
    examples: ["snooze it for 10 minutes"],
    sentences: [
      /^snooze (?<task>.+?) (?<until>(?:for|until|till|to|in) .+)$/i,
      /^snooze (?<task>.+?) (?<until>tonight|tomorrow(?: .+)?|later today)$/i,
      /^snooze (?<until>(?:for|until|till|to|in) .+|tonight|tomorrow(?: .+)?)$/i,
    ],
    say: ({ task: { title, silent_until } }) =>
      `I will remind you of ${quoted(title)} again${silent_until ? ` on ${time.due(silent_until)}` : ""}.`,
    would: ({ task: { title, silent_until } }) =>
      `remind you of ${quoted(title)} again${silent_until ? ` on ${time.due(silent_until)}` : ""}`,
  },
  dismiss_task: {
    undone: "is as if it had not been dismissed",
    examples: ["dismiss stretch"],
    sentences: [/^(?:dismiss|acknowledge)(?: (?<task>.+))?$/i],
    say: ({ task: { title } }) =>
      `I will not repeat the reminder of ${quoted(title)}. It stays on your list.`,
    would: ({ task: { title } }) => `not repeat the reminder of ${quoted(title)}`,
  },
  mute_task: {
    undone: "is no longer silent",
    examples: ["mute stretch until Monday"],
    sentences: [/^(?:mute|silence) (?<task>.+?) (?<until>(?:for|until|till) .+)$/i],
    say: ({ task: { title, silent_until } }) =>
      `${quoted(title)} is silent${silent_until ? ` until ${time.due(silent_until)}` : ""}.`,
    would: ({ task: { title, silent_until } }) =>
      `silence ${quoted(title)}${silent_until ? ` until ${time.due(silent_until)}` : ""}`,
  },
  unmute_task: {
    undone: "is silent again",
    examples: ["unmute stretch"],
    sentences: [/^(?:unmute|unsilence) (?<task>.+)$/i],
    say: ({ task: { title } }) => `${quoted(title)} is no longer silent.`,
    would: ({ task: { title } }) => `let ${quoted(title)} ring again`,
  },
  restore_task: {
    again: "is back on your list",
    sentences: [
      /^(?:restore|undelete|bring back|recover)(?: the)? (.+?)(?: from (?:the|my) trash)?$/i,
    ],
    say: ({ task: { title } }) => `${quoted(title)} is back on your list.`,
    would: ({ task: { title } }) => `put ${quoted(title)} back on your list`,
  },
  undo: {
    examples: ["undo that"],
    sentences: [
      /^(?:undo|take (?:that|it) back|revert)(?: (?:that|it|this|(?:the |my )?last (?:one|change|thing|turn)))?$|^undo (?:everything|all) you just did$/i,
    ],
    say: (outcome, lexicon) => sayUndone(replies, outcome, lexicon),
  },
  change_task: { again: "is as it was before" },
};
