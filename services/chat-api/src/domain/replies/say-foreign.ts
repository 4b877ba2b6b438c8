import { LOCALES, type Tongue } from "@todo-mesh/when";
import type { Replies } from "./replies.ts";

type Said = (languages: string) => string;

/** That a message was not understood, in its own language; the languages that are understood stand in it. */
const IN_THEIR_OWN: Readonly<Record<Tongue, Said>> = {
  fr: (languages) => `Langues comprises : ${languages}. Je n’ai rien changé.`,
  es: (languages) => `Idiomas que entiendo: ${languages}. No he cambiado nada.`,
  it: (languages) => `Lingue che capisco: ${languages}. Non ho cambiato nulla.`,
  pt: (languages) => `Línguas que entendo: ${languages}. Não alterei nada.`,
  nl: (languages) => `Talen die ik begrijp: ${languages}. Ik heb niets veranderd.`,
  pl: (languages) => `Języki, które rozumiem: ${languages}. Niczego nie zmieniłem.`,
  ja: (languages) => `分かる言語：${languages}。何も変更していません。`,
  zh: (languages) => `我懂的语言：${languages}。没有做任何更改。`,
  ru: (languages) => `Языки, которые я понимаю: ${languages}. Ничего не изменено.`,
};

/** The languages that are understood, by their names in one of them or in another. */
export function languagesIn(tongue: string): string {
  const names = new Intl.DisplayNames(tongue, { type: "language" });
  return new Intl.ListFormat(tongue).format(LOCALES.map((locale) => names.of(locale) ?? locale));
}

/** Says that a message is in a language that is not known, and in that language as well, where it is recognised. */
export const sayForeign = ({ talk }: Replies, tongue: Tongue | undefined): string =>
  tongue === undefined
    ? talk.foreign
    : `${talk.foreign}\n${IN_THEIR_OWN[tongue](languagesIn(tongue))}`;
