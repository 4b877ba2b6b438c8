import type { Sentences } from "../sentences.ts";
import { deeds } from "./deeds.ts";

const DATIVE: Readonly<Record<string, string>> = { eine: "einer", einen: "einem", ein: "einem" };

/** How German is heard. */
export const sentences: Sentences = {
  polite: {
    start:
      /^(?:bitte|hey|hallo|ok|okay|und|also|(?:kannst|könntest|würdest|magst) du(?: mir)?(?: bitte)?|ich möchte,? dass du)[, ]+/i,
    end: /[, ](?:bitte|danke(?: schön| sehr| im voraus)?|vielen dank|besten dank)$/i,
  },
  help: /^(?:hilfe|hilf mir|\?+|hallo|moin|servus|grüß gott|guten (?:morgen|tag|abend)|was kannst du(?: alles| denn)?|was kann ich (?:hier )?(?:sagen|tun)|wie (?:funktioniert|geht) (?:das|es)|befehle)$/i,
  adding: {
    remind:
      /^(?:erinner[en]? (?:mich|uns)(?! nicht)(?: bitte)?(?: noch ?mal)?|(?:setz|stell|erstell|mach)e?(?: mir)?(?: bitte)? eine erinnerung(?: für)?|(?:neue )?erinnerung|(?:mich|uns)(?: bitte)? (?:daran )?erinnern)(?=[ :,]|$)[:,]?/i,
    add: [
      /^(?:neue aufgabe|aufgabe|todo|to-do|notiz|notiere?|neu|merke? dir|hinzufügen)(?=[ :,]|$)[:,]?(?: dass ich(?= ))?/i,
      /^(?:erstell|leg|mach)e?(?: mir)?(?: bitte)?(?: eine| die)?(?: neue)? (?:aufgabe|todo)(?: an)?(?=[ :,]|$)[:,]?/i,
      /^(?:vergiss|vergesst)(?: bitte)? nicht(?=[ ,]|$),?|^nicht vergessen(?=[ :,]|$)[:,]?|^denke?(?: bitte)? (?:daran|dran|an)(?=[ ,]|$),?/i,
      /^ich (?:muss|soll|sollte)(?: noch| unbedingt)?(?= )/i,
      /^(?:füg|setz|schreib|pack|nimm|leg)e?(?: mir)?(?: bitte)?(?= .+ (?:hinzu|liste|liste hinzu)$)/i,
      /^(?=.+ (?:hinzufügen|notieren|auf die (?:to-?do-?|aufgaben)?liste(?: setzen)?)$)/i,
    ],
    ontoTheList:
      / (?:(?:auf|in|zu|zur) ?(?:die |der |meine |meiner |unsere |unserer )?(?:to-?do-?|aufgaben)?liste(?: (?:hinzu|hinzufügen|setzen))?|hinzu|hinzufügen|notieren)$/i,
    link: /^,? ?(?:daran|dran|ans?|an|dass ich|für)(?:,|(?= )|$)(?: dass ich(?= ))?/i,
    timeThenRemind: /^.{1,120}?,? erinner[en]? (?:mich|uns) (?!nicht )/i,
    remindWithin: /(?<!\p{L})erinner[en]? (?:mich|uns)(?!\p{L})/iu,
    noSuchTime: [
      / (?:um|am|in|bis|alle|gegen|ab) \d\S*(?: [a-zäöüß0-9:.]+){0,3}$/i,
      /^(?:um|am|bis) \d{1,2}[:./-]\d\S* (?:daran|ans?)(?:,|(?= )) ?(?=.)/i,
    ],
    // Behind "an" stands a name, as a title is one.
    isToDo: () => false,
  },
  asking: {
    theList:
      /(?<!\p{L})(?:liste|aufgaben?|todos?|to-?dos?|erinnerung(?:en)?|agenda|fällig|überfällig(?:e|es)?|erledigte?|fertig|offene?|übrig|an|tun|machen)(?!\p{L})/iu,
    asks: /^(?:was|welche|wie viele|zeige?|liste|(?:sage?|nenne?|lies|gib)(?: mir| uns)? (?:alle|meine|die|was|welche|wie viele)|habe? ich|gibt es|steht|muss ich|meine|alle)(?!\p{L})/iu,
    bare: /^(?:die |meine )?(?:liste|aufgaben(?:liste)?|todos|to-?dos|erinnerungen|agenda|überfällig(?:e aufgaben)?|was (?:kommt|ist|steht)(?: jetzt)? als nächstes(?: an| dran)?)$/i,
    days: { heute: "today", "heute abend": "today", morgen: "tomorrow" },
    known:
      "was welche welcher welches wie viele viel zeig zeige liste sag sage nenn nenne lies gib mir uns alle alles meine meinen meiner mein die der das den ist sind war habe hab ich haben steht stehen gibt es noch an auf zu in von aufgabe aufgaben aufgabenliste todo todos to-do to-dos to-do-liste erinnerung erinnerungen agenda fällig fällige fälligen überfällig überfällige überfälligen überfälliges verspätet spät erledigt erledigte erledigten erledigen fertig fertige abgeschlossen abgeschlossene abgeschlossenen nicht unerledigt unerledigte offen offene offenen übrig heute morgen tun machen gemacht geschafft muss soll werden schon jetzt gerade denn eigentlich bitte für mich und oder kommt als nächstes dran",
    which: [
      [
        "done",
        /(?<!\p{L})habe? ich .{0,40}(?<!nicht )(?:erledigt|gemacht|geschafft|abgeschlossen)(?!\p{L})/iu,
      ],
      ["overdue", /(?<!\p{L})(?:überfällig(?:e|es)?|verspätet|zu spät)(?!\p{L})/iu],
      ["today", /(?<!\p{L})heute(?!\p{L})/iu],
      ["tomorrow", /(?<!\p{L})morgen(?!\p{L})/iu],
      [
        "done",
        /(?<!nicht )(?<!\p{L})(?:erledigte?n?|fertige?n?|abgeschlossene?n?)(?!\p{L}| werden)/iu,
      ],
    ],
  },
  courtesy: {
    thanks:
      /^(?:danke(?: schön| sehr)?|vielen dank|besten dank|super|prima|toll|perfekt|klasse|gut gemacht)$/i,
    nothingAsked: /^(?:ja|jo|nein|nee|nö|klar|egal|abbrechen|stopp?|vergiss es|schon gut)$/i,
  },
  deeds,
  several: {
    ends: /;|,? und dann |,? und außerdem |, dann |(?<=[^\d.!?][.!?]) |\n/gi,
    mayEnd: /,? und |, /gi,
    asks: /^(?:zeige?|was|welche|wie viele|sag mir)(?!\p{L})/iu,
    orders: /^(?:bitte )?(?:lösche?|markiere?|hake?|bestätige?|überspringe?)(?!\p{L})/iu,
  },
  changing: {
    everything:
      /^(?:alles|alle|beide|beides|sie alle|jede aufgabe|alle (?:meine |offenen |erledigten )*(?:aufgaben|todos|erinnerungen))$|^(?:die|meine) (?:(?:ganze|gesamte) )?(?:liste|aufgaben|todos)$/i,
    number:
      /^(?:(?:die|den|das) )?(?:aufgabe |nummer |nr\. ?|#)*(?:(\d{1,3})\.?|(erste|zweite|dritte|vierte|fünfte)[nrs]?)(?: aufgabe)?$/i,
    ordinals: ["erste", "zweite", "dritte", "vierte", "fünfte"],
    pointing:
      /^(?:es|sie|ihn|das|dies|diese[ns]?|(?:diese|dieselbe|die letzte) (?:aufgabe|erinnerung|serie)|(?:die|das|den) letzten?)$/i,
    other: /^(?:die|das|den|der) andere[nrs]?(?: aufgabe| erinnerung)?$/i,
    otherAlone:
      /^(?:(?:nein|sorry|ups|doch),? )*(?:ich (?:meinte|meine) )?(?:und )?(?:die|das|den|der) andere[nrs]?(?: aufgabe| erinnerung)?(?<too>,? (?:auch|ebenfalls))?$/i,
    prefix: /^(?:die |meine )?(?:aufgabe|erinnerung|todo)n?(?: an)?:? (?=.)/i,
    fillers: [
      "der",
      "die",
      "das",
      "den",
      "dem",
      "ein",
      "eine",
      "einen",
      "mein",
      "meine",
      "aufgabe",
    ],
  },
  untilPhrase: (said) =>
    said
      .replace(/^(?:bis|auf) (?=\d{1,2}$)/i, "um ")
      .replace(/^bis (?:zum |zu )?(?=\D)/i, "")
      .replace(/^bis (?=\d)/i, "")
      .replace(/^für (?=\d|eine |einen |ein |zwei |drei |fünf |zehn )/i, "in ")
      .replace(
        /^in (eine|einen|ein) /i,
        (_, article: string) => `in ${DATIVE[article.toLowerCase()] ?? article} `,
      ),
};
