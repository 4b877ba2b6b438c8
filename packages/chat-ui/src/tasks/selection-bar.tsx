import { CalendarDays, CircleCheckBig, type LucideIcon, RotateCcw, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { MenuButton } from "../shell/menu.tsx";
import { words } from "../words/words.ts";
import { dayItems } from "./day-items.ts";
import type { Selecting } from "./selection.ts";
import type { SeveralActions } from "./several.ts";
import type { Bucket } from "./task-cache.ts";

interface BarProps {
  readonly bucket: Bucket;
  readonly selection: Selecting;
  readonly several: SeveralActions;
}

/** What can be done with the tasks that are chosen. */
export function SelectionBar({ bucket, selection, several }: BarProps): ReactNode {
  const { chosen, end, all } = selection;
  const { several: said } = words;
  const isNone = chosen.length === 0;
  const done = (acting: Promise<void>): void => {
    end();
    void acting;
  };
  const button = (label: string, Icon: LucideIcon, act: SeveralActions["complete"]): ReactNode => (
    <button type="button" className="button" disabled={isNone} onClick={() => done(act(chosen))}>
      <Icon size={16} aria-hidden="true" />
      {label}
    </button>
  );
  const toDay = dayItems((day) => done(several.move(chosen, day)));
  return (
    <div className="selection-bar" role="toolbar" aria-label={said.toolbar}>
      <span className="selection-count" role="status">
        {said.chosen(chosen.length)}
      </span>
      <button type="button" className="link" onClick={all}>
        {said.all}
      </button>
      <span className="grow" />
      {bucket === "open" && button(said.complete, CircleCheckBig, several.complete)}
      {bucket === "done" && button(said.reopen, RotateCcw, several.reopen)}
      {bucket === "trash" && button(words.list.restore, RotateCcw, several.restore)}
      {bucket === "open" && !isNone && (
        <MenuButton label={said.move} items={toDay} className="button">
          <CalendarDays size={16} aria-hidden="true" />
          {said.move}
        </MenuButton>
      )}
      {bucket !== "trash" && button(words.edit.delete, Trash2, several.remove)}
      <button type="button" className="icon-button" aria-label={said.end} onClick={end}>
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  );
}
