import { Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { words } from "../words/words.ts";
import { chooseTheme, useIsDark } from "./theme.ts";

/** Changes between light and dark. */
export function ThemeButton(): ReactNode {
  const isDark = useIsDark();
  const Icon = isDark ? Sun : Moon;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={isDark ? words.theme.toLight : words.theme.toDark}
      onClick={() => chooseTheme(isDark ? "light" : "dark")}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
