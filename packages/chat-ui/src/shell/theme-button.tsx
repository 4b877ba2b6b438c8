import { Moon, Sun } from "lucide-react";
import { type ReactNode, useState } from "react";
import { words } from "../words/words.ts";

const THEME = "theme";

const isDarkNow = (): boolean => {
  const chosen = document.documentElement.dataset[THEME];
  return chosen === undefined
    ? matchMedia("(prefers-color-scheme: dark)").matches
    : chosen === "dark";
};

/** Changes between light and dark; `theme.js` knows it before the next first paint. */
export function ThemeButton(): ReactNode {
  const [isDark, setIsDark] = useState(isDarkNow);
  const change = (): void => {
    const theme = isDark ? "light" : "dark";
    document.documentElement.dataset[THEME] = theme;
    localStorage.setItem(THEME, theme);
    setIsDark(!isDark);
  };
  const Icon = isDark ? Sun : Moon;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={isDark ? words.theme.toLight : words.theme.toDark}
      onClick={change}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
