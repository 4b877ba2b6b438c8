import type { Locale } from "@todo-mesh/when";
import type { Replies } from "./replies.ts";

interface Withheld {
  readonly action: {
    readonly title: string;
    readonly words?: Readonly<Record<Locale, { readonly name?: string | undefined }>> | undefined;
  };
  readonly planned: { readonly arguments: Readonly<Record<string, unknown>> };
}

/** What only the person may say, and that nothing of it was done; nothing, if there is none. */
export function sayWithheld(
  { ofModel, quoted }: Replies,
  withheld: readonly Withheld[],
  locale: Locale,
): string {
  if (withheld.length === 0) return "";
  const lines = withheld.map(({ action: { title, words }, planned: { arguments: given } }) => {
    const named = given["task"] ?? given["title"];
    return `- ${words?.[locale].name ?? title}${typeof named === "string" ? `: ${quoted(named)}` : ""}`;
  });
  return [ofModel.sayPlainly, ...lines].join("\n");
}
