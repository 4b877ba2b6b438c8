import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RUN } from "./places.ts";

const LINES = 8;

/** What one of the cluster's programs said last, for whoever waited for it in vain. */
export const lastWords = (name: string) => ({
  why: (): string => {
    const file = join(RUN, "log", `${name}.log`);
    const said = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
    return `${file} ends:\n${said.slice(-LINES).join("\n")}`;
  },
});
