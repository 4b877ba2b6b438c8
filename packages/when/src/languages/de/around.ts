import type { Language } from "../../grammar/language.ts";
import { list } from "./list.ts";

/** What may stand around a time in a German sentence, and what shows that it is none. */
export const around: Language["around"] = {
  followers: list(
    "zu zum zur mit für wegen und oder aber dann an am um im in ins bei beim von vom bis ab nach vor über per bitte danke erinnere erinner dass damit ob wenn weil falls jeden jede jedes alle außer nicht noch ich wir du er sie es man der die das den dem ein eine einen meine meinen mein unser unsere hat ist sind muss soll geht kommt",
  ),
  articles: list(
    "der die das des ein eine mein meine letzter letzten letzte letztes letztem vergangenen vergangene vergangener voriger vorigen vorige seit gestrigen black guten guter schönen schöner",
  ),
  numbered: list(
    "kapitel raum zimmer seite vers folge staffel nummer nr teil gleis flug bus linie haus wohnung tisch platz sitz reihe kanal windows ios version v python java paragraph artikel absatz aufgabe übung frage figur los halle tor block stufe klasse gruppe studio pin code fehler rechnung psalm iphone modell größe stock etage spur tag woche",
  ),
  counted: list(
    "prozent euro dollar pfund franken cent leute personen person männer frauen kinder meter km kg cm mm g ml l liter kilo gramm grad mal stück seiten seite kapitel punkte punkt tage tagen stunden minuten sekunden wochen monate jahre jahren eier flaschen karten plätze teile schritte fragen aufgaben stock etage klasse geburtstag jahrestag mann frau kind mensch menschen zimmer uhren sorten tassen",
  ),
  uncounted: [],
  pluralEnd: "",
  streets: [],
  verbs: {
    um: list("bitte geht ging handelt kümmern kämpfen wetten"),
    am: list("bin"),
    ab: list("hole holen gebe geben hängt hängen reise reisen"),
    zu: list("mach bis"),
  },
  verbsApart: {
    um: list("erhöhen senken kürzen verringern steigern reduzieren erhöhe senke kürze"),
    durch: list("teilen dividieren"),
  },
  idioms: [
    "24 / 7",
    "50 / 50",
    "rund um die uhr",
    "tag für tag",
    "von tag zu tag",
    "von heute auf morgen",
    "guten morgen",
    "guten abend",
    "halb so",
  ],
  joints: list(", und oder & - – am um an ; / ,"),
  loose: {
    for: list("für"),
    at: list("um @"),
    every: list("jeden jede jedes alle"),
    except: list("außer halb halbe viertel zwischen"),
    per: list("pro"),
    between: list("bis - –"),
    choices: list("oder"),
    of: list("im des"),
    edges: list("ende anfang mitte"),
    articles: list("der des"),
    until: list("bis ab beginnend"),
    seasons: list("sommer winter frühling herbst saison"),
  },
};

/** Words that say which half of the day an hour is in. */
export const hints: Language["hints"] = {
  am: list("frühstück frühstücken aufstehen wecken weck wecker aufwachen sonnenaufgang joggen"),
  pm: list(
    "abendessen abendbrot kino konzert theater party feier kneipe bar film oper disco sonnenuntergang bett fernsehen krimi tatort",
  ),
};
