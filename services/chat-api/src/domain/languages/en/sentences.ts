import type { Sentences } from "../sentences.ts";
import { deeds } from "./deeds.ts";

/** How English is heard. */
export const sentences: Sentences = {
  polite: {
    start:
      /^(?:please|hey|ok|okay|and|(?:can|could|would|will) you(?: please)?|i(?:['’]d| would) like you to|i want you to)[, ]+/i,
    end: /[, ](?:please|thanks(?: a lot| so much| in advance)?|thank you(?: very much| so much)?|cheers)$/i,
  },
  help: /^(?:help(?: me)?|\?+|hi|hello|hey|good (?:morning|afternoon|evening|day)|what can (?:you|i) (?:do|say)(?: here)?|how (?:does|do) (?:this|it|you) work|commands)$/i,
  adding: {
    remind:
      /^(?:remind me|remember|(?:set|add|create|make)(?: me)? a reminder|reminder)(?=[ :,]|$)[:,]?/i,
    add: [
      /^(?:add|create|make|new)(?: an?| the| this)?(?: new)? (?:task|todo|to-do)\b:?(?: to(?= ))?/i,
      /^(?:add|todo|to-do|task|note(?: down)?|jot down)(?=[ :]|$):?/i,
      /^(?:don['’]t|do not)(?: let me)? forget(?: to(?= ))?(?= |$)/i,
      /^i(?: really)? (?:need|have) to(?= )/i,
      /^put (?=.+ (?:on|in|onto|into) (?:my|the|our) (?:to-?do |task )?(?:list|tasks|todos)$)/i,
    ],
    ontoTheList: / (?:to|on|in|onto|into) (?:my|the|our) (?:to-?do |task )?(?:list|tasks|todos)$/i,
    link: /^(?:to|about|of|that|for)(?: |$)/i,
    timeThenRemind: /^.{1,120}?,? remind me /i,
    remindWithin: /\bremind me\b/i,
    noSuchTime: [
      / (?:at|in|on|by|every) \d\S*(?: [a-z0-9:]+){0,3}$/i,
      /^(?:at|on|by) \d{1,2}[:./-]\d\S* (?:to|about) (?=.)/i,
    ],
    isToDo: (line, title) => line.includes(`to ${title}`),
  },
  asking: {
    theList:
      /\b(?:list|tasks?|todos?|to-?dos?|reminders?|agenda|plate|due|overdue|done|completed|finished|open|left|do)\b/i,
    asks: /^(?:what|which|how many|show|list|display|see|view|read|(?:give|tell) me (?:all|my|the|what|which|how many|about (?:my|the))|do i have|is there|are there|anything|my)\b/i,
    bare: /^(?:the |my )?(?:list|tasks|todos|to-?dos|reminders|agenda|overdue|what(?:['’]s| is) (?:(?:up )?next(?: on (?:my|the) list)?|coming up))$/i,
    days: { today: "today", tonight: "today", tomorrow: "tomorrow" },
    known:
      "what which how many show me list display see view read give tell all my the a is are was do does did have has there any anything on in of about to task tasks todo todos to-do to-dos reminder reminders agenda plate left still yet due overdue late open done complete completed finish finished not unfinished undone incomplete i i'm i've today today's tonight tomorrow tomorrow's now currently again everything whats what's what're to's need must should be it that and or us our for got so far already just please next coming up",
    which: [
      ["open", /\b(?:not (?:yet )?(?:done|completed?|finished)|undone|unfinished|incomplete)\b/i],
      [
        "done",
        /\b(?:did i|have i|i['’]ve|i have) (?:already |just )?(?:do|done|finish|finished|completed?)\b/i,
      ],
      ["overdue", /\b(?:overdue|late)\b/i],
      ["tomorrow", /\btomorrow\b/i],
      ["today", /\b(?:today|tonight)\b/i],
      ["done", /\b(?:done|completed?|finished)\b/i],
    ],
  },
  courtesy: {
    thanks:
      /^(?:thanks?(?: you)?(?: a lot| so much| very much)?|cheers|great|perfect|nice|cool|well done|good job)$/i,
    nothingAsked: /^(?:yes|yep|yeah|no|nope|sure|never ?mind|cancel|stop|forget it)$/i,
  },
  deeds,
  several: {
    ends: /;|,? and then |,? and also |, then |(?<=[^\d.!?][.!?]) |\n/gi,
    mayEnd: /,? and |, /gi,
    asks: /^(?:show|what|which|how many|tell me)\b/i,
    orders:
      /^(?:please )?(?:delete|mark|reopen|snooze|dismiss|mute|unmute|restore|check off|tick off)\b/i,
  },
  changing: {
    everything:
      /^(?:all|both|everything|them(?: all)?|every (?:task|one|thing)|all (?:of )?(?:it|them|(?:my |the )?(?:(?:open|done|completed) )?(?:tasks|todos|reminders|list)))$|^(?:my|the) (?:(?:whole|entire) )?(?:list|tasks|todos)$/i,
    number:
      /^(?:the )?(?:task |number |no\. ?|#)*(?:(\d{1,3})|(first|second|third|fourth|fifth))(?: one| task)?$/i,
    ordinals: ["first", "second", "third", "fourth", "fifth"],
    pointing: /^(?:it|this|that|(?:this|that|the last|the same) (?:one|task|reminder|series))$/i,
    other: /^the other(?: one| task| reminder)?$/i,
    otherAlone:
      /^(?:(?:no|sorry|oops),? )*(?:i (?:meant|mean) )?(?:and )?the other(?: one| task| reminder)?(?<too>,? (?:too|as well|also))?$/i,
    prefix: /^(?:the |my )?(?:task|reminder|todo)s?(?: to)?:? (?=.)/i,
    fillers: ["the", "a", "an", "my", "our", "task", "to"],
  },
  untilPhrase: (said) =>
    said
      .replace(/^(?:(?:until|till|til|to) )?(?=\d{1,2}$)/i, "at ")
      .replace(/^(?:until|till|til|to) /i, "")
      .replace(/^for (?=an? |half |\d)/i, "in "),
};
