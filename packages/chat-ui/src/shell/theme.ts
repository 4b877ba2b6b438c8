import { useSyncExternalStore } from "react";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "theme";
const listeners = new Set<() => void>();

const chosen = (): Theme =>
  THEMES.find((theme) => theme === document.documentElement.dataset[KEY]) ?? "system";

/** Chooses the colours of this browser; `theme.js` knows them before the next first paint. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset[KEY];
  } else {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset[KEY] = theme;
  }
  for (const heard of listeners) heard();
}

const system = matchMedia("(prefers-color-scheme: dark)");

function subscribe(heard: () => void): () => void {
  listeners.add(heard);
  system.addEventListener("change", heard);
  return () => {
    listeners.delete(heard);
    system.removeEventListener("change", heard);
  };
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosen);

/** Whether the colours are dark now, by choice or because the system's are. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(subscribe, () =>
    chosen() === "system" ? system.matches : chosen() === "dark",
  );
