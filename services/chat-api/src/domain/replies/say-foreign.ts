import type { Tongue } from "@todo-mesh/when";
import type { Replies } from "./replies.ts";

/** That a language is not known, in that language. */
const IN_THEIR_OWN: Readonly<Record<Tongue, string>> = {
  fr: "Je ne comprends que l’anglais et l’allemand ; je n’ai rien changé.",
  es: "Solo entiendo inglés y alemán; no he cambiado nada.",
  it: "Capisco solo l’inglese e il tedesco; non ho cambiato nulla.",
  pt: "Só entendo inglês e alemão; não alterei nada.",
  nl: "Ik begrijp alleen Engels en Duits; ik heb niets veranderd.",
  pl: "Rozumiem tylko angielski i niemiecki; niczego nie zmieniłem.",
  ja: "英語とドイツ語しか分かりません。何も変更していません。",
  zh: "我只懂英语和德语，没有做任何更改。",
  ru: "Я понимаю только английский и немецкий; ничего не изменено.",
};

/** Says that a message is in a language that is not known, and in that language as well, where it is recognised. */
export const sayForeign = ({ talk }: Replies, tongue: Tongue | undefined): string =>
  tongue === undefined ? talk.foreign : `${talk.foreign}\n${IN_THEIR_OWN[tongue]}`;
