import type { PageConfig } from "@todo-mesh/contracts";
import { problemOf, unreached } from "../api/problem.ts";

/** How people sign in on this mesh. */
export async function readConfig(): Promise<PageConfig> {
  const answer = await fetch("/config.json").catch(unreached);
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as PageConfig;
}
