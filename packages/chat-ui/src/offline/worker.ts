const FILE = "/sw.js";

/** The one script that may be made of a text: the policy of the page lets no other pass. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Keeps the page in this browser, so that it opens without a connection. Without a worker all else is as it is. */
export function keepPage(): void {
  if (!("serviceWorker" in navigator)) return;
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("todo-mesh", { createScriptURL: onlyOwn });
  navigator.serviceWorker.register(policy?.createScriptURL(FILE) ?? FILE).catch(() => undefined);
}

function onlyOwn(url: string): string {
  if (url !== FILE) throw new TypeError("The page runs no other script");
  return url;
}
