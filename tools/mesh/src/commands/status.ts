import { meshFolder } from "../machine/place.ts";
import { isAlive } from "../life/processes.ts";
import { type MeshState, type PartRecord, readState } from "../life/state-file.ts";
import { say } from "./say.ts";

/** Shows each part; answers 1 when something is not as it should be. */
export function status(): number {
  const state = readState(meshFolder());
  if (!state) {
    say("Todo Mesh is down.");
    return 0;
  }
  say(headline(state));
  for (const row of asTable([HEADER, ...state.parts.map(rowOf)])) say(row);
  const isWell = state.phase !== "failed" && isAlive(state.keeper);
  return isWell && state.parts.every((part) => !["gone", "dead"].includes(stateOf(part))) ? 0 : 1;
}

function headline({ phase, keeper, address, error }: MeshState): string {
  if (phase === "failed") return `Todo Mesh could not be started: ${error ?? "see its log"}`;
  if (!isAlive(keeper))
    return 'Nothing watches over these parts any more: "make down" ends them, "make up" starts anew.';
  return [`Todo Mesh is ${phase}`, ...(address === undefined ? [] : [`at ${address}`])].join(" ");
}

const HEADER = ["part", "state", "pid", "since", "restarts", "ports"];

const rowOf = (part: PartRecord): string[] => [
  part.name,
  stateOf(part),
  String(part.mark?.pid ?? "-"),
  part.since.slice(0, 19).replace("T", " "),
  String(part.restarts),
  Object.entries(part.ports)
    .map(([name, port]) => `${name} ${port}`)
    .join(", "),
];

/** What is written may be older than the death of the one who wrote it. */
const stateOf = ({ state, mark }: PartRecord): string => (mark && !isAlive(mark) ? "gone" : state);

function asTable(rows: readonly string[][]): string[] {
  const widths = HEADER.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
