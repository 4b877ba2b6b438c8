import type { Language } from "../../grammar/language.ts";
import { list } from "./list.ts";

/** What may stand around a time in an English sentence, and what shows that it is none. */
export const around: Language["around"] = {
  followers: list(
    "to for with about and or but then at on in by from re regarding because so when if please pls plz thanks thx cheers remind via as while unless every each before after until till is are that not instead i we you he she they it",
  ),
  articles: list(
    "the a an my your our his her their its last since past previous good black cyber ash any given freaky manic ruby stormy bloody taco throwback casual super blue fat spy holy stir-up trinity advent bowl no than usa of high easter happy",
  ),
  numbered: list(
    "for order ticket firmware phone fax id account finished came placed ranked won win beat lost score odds scale ratio pages chapters verses levels seasons episodes rooms parts units questions exercises pier version v chapter room page verse level season episode number no nr step part unit gate platform flight bus line route lane floor apt apartment flat suite house table seat row channel windows ios python node java area section act scene question exercise problem figure item lot pier dock bay terminal track block build release sprint week day psalm genesis romans corinthians iphone model size grade class team group studio pin code ext extension ref port error invoice exodus proverbs isaiah hebrews revelation ephesians",
  ),
  counted: list(
    "people men women children kids feet km kg cm mm g ml l m mph percent euro dollar pound usd eur gbp floor time attempt try page chapter line row street avenue level part season episode round place edition version grade birthday anniversary person one opinion degree step item piece type attendee child man woman degrees-celsius different more other of",
  ),
  uncounted: list(
    "is this his us as focus discuss pass process address press bus its thus plus minus versus yes gas always perhaps sometimes afterwards towards mondays tuesdays wednesdays thursdays fridays saturdays sundays thanks texas james chris hrs hours minutes mins christmas xmas",
  ),
  pluralEnd: "s",
  streets: list(
    "street st road rd avenue ave lane ln drive dr square sq court ct boulevard blvd terrace crescent close parkway alley",
  ),
  verbs: {
    at: list("look looks looked looking laugh shout yell aim stare good bad priced sold capped"),
    by: list("one two three four five day step bit little side stand up down"),
    every: list("make makes making live love enjoy treasure seize like celebrate"),
  },
  verbsApart: {
    by: list(
      "lead led divide multiply increase decrease reduce raise cut beat win lose grow shrink",
    ),
    to: list("upgrade update bump downgrade migrate"),
    from: list("count rate score rank grade scale number"),
  },
  idioms: [
    "24 / 7",
    "9 / 11",
    "50 / 50",
    "once upon a time",
    "day to day",
    "day by day",
    "mon ami",
    "stir - up sunday",
    "may bank holiday",
    "early may bank holiday",
    "first sunday of advent",
    "the first sunday of advent",
    "sunday bloody sunday",
    "bank holiday monday",
    "may not",
    "may be",
    "may have",
    "may also",
    "may well",
    "may need",
    "may want",
    "this may not",
    "this may be",
    "this may have",
    "this may well",
    "this may take",
    "this may need",
    "saturday night live",
    "saturday night fever",
    "friday on my mind",
    "sunday in the park",
    "thursday next novel",
    "today show",
    "tomorrow people",
    "wednesday addams",
    "the day before you came",
    "like mondays",
    "man friday",
    "girl friday",
    "was thursday",
    "in a day's work",
    "in eighty days",
    "7 / 11",
    "friday night lights",
    "friday night dinner",
    "john 3 : 16",
    "in 3 D",
  ],
  joints: list(", and or & - – at on ; /"),
  loose: {
    for: list("for"),
    at: list("at @"),
    every: list("every each"),
    except: list("except excluding ago not never half quarter o'clock oclock between"),
    per: list("a an per each every"),
    between: list("to until till - –"),
    choices: list("or"),
    of: list("of in"),
    edges: list("end start beginning middle"),
    articles: list("the"),
    until: list("until till til starting beginning ending"),
    seasons: list("summer winter spring autumn fall term season"),
  },
};

/** Words that say which half of the day an hour is in. */
export const hints: Language["hints"] = {
  am: list("breakfast wake waking alarm sunrise dawn jog"),
  pm: list(
    "dinner supper drinks pub bar party movie movies film cinema concert theatre theater gig tv sunset bed bedtime date-night restaurant",
  ),
};
