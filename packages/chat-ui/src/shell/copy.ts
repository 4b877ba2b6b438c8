/**
 * Puts a text where the next paste takes it from; answers whether it is there. Over plain HTTP a browser has no
 * clipboard to write to, but copies what is chosen.
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyChosen(text);
  }
}

function copyChosen(text: string): boolean {
  const field = document.createElement("textarea");
  const before = document.activeElement;
  field.value = text;
  field.className = "sr";
  document.body.append(field);
  field.select();
  // eslint-disable-next-line typescript/no-deprecated -- there is nothing in its place
  const isCopied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
