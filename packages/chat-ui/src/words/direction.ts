const FROM_RIGHT = /^(?:Adlm|Arab|Aran|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/;

/** From which side a language is read, by what it is written in. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  FROM_RIGHT.test(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
