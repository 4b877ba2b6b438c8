import type { ImportReport } from "@todo-mesh/contracts";
import type { ReactNode } from "react";
import { words } from "../words/words.ts";

/** What becomes of each entry of a file, those that are left out first. */
export function Report({ report }: { readonly report: ImportReport }): ReactNode {
  const { imports: said } = words;
  const leftOut = report.left_out.map(({ reason, ...entry }) => ({ ...entry, notes: [reason] }));
  const taken = report.taken.map(({ remarks, ...entry }) => ({ ...entry, notes: remarks }));
  return (
    <>
      {leftOut.length > 0 && <Entries heading={said.leftOut(leftOut.length)} entries={leftOut} />}
      {taken.length > 0 && <Entries heading={said.taken(taken.length)} entries={taken} />}
    </>
  );
}

interface Entry {
  readonly line: number;
  readonly title: string;
  readonly notes: readonly string[];
}

interface EntriesProps {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

const Entries = ({ heading, entries }: EntriesProps): ReactNode => (
  <section className="import-entries" aria-label={heading}>
    <h3>{heading}</h3>
    <ul>
      {entries.map(({ line, title, notes }, at) => (
        <li key={at}>
          <span className="import-line">{words.imports.line(line)}</span>
          <span>
            <bdi>{title || words.imports.untitled}</bdi>
            {notes.map((note) => (
              <small key={note} dir="auto">
                {note}
              </small>
            ))}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
