import type { ImportReport } from "@todo-mesh/contracts";
import { Undo2 } from "lucide-react";
import type { FormEvent, ReactNode } from "react";
import { Dialog } from "../shell/dialog.tsx";
import { DialogFoot } from "../shell/dialog-foot.tsx";
import { words } from "../words/words.ts";
import "./imports.css";
import { ChooseFile } from "./choose-file.tsx";
import { Report } from "./report.tsx";
import { useImport } from "./use-import.ts";

interface ImportProps {
  readonly onClose: () => void;
}

type Importing = ReturnType<typeof useImport>;

/** Tasks of a file are brought along: what would come of it is shown first, and what came of it can be taken back. */
export function ImportDialog({ onClose }: ImportProps): ReactNode {
  const importing = useImport(onClose);
  const { report, fault, isUnderWay, choose } = importing;
  return (
    <Dialog heading={words.imports.heading} closeLabel={words.keys.close} onClose={onClose}>
      {!report && (
        <div className="edit">
          <ChooseFile isUnderWay={isUnderWay} choose={(file) => void choose(file)} />
          {fault && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
        </div>
      )}
      {report?.dry_run === true && <Preview {...{ report, importing }} />}
      {report?.dry_run === false && <Result {...{ report, importing, onClose }} />}
    </Dialog>
  );
}

interface ReportProps {
  readonly report: ImportReport;
  readonly importing: Importing;
}

function Preview({ report, importing }: ReportProps): ReactNode {
  const { fault, isUnderWay, add, another } = importing;
  const { imports: said } = words;
  const count = report.taken.length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void add();
  };
  return (
    <form className="edit" onSubmit={submit}>
      <p ref={focus} tabIndex={-1}>
        {count > 0 ? said.before : said.nothing}
      </p>
      <Report report={report} />
      <DialogFoot
        fault={fault}
        isDisabled={isUnderWay || count === 0}
        act={isUnderWay ? said.adding : said.add(count)}
      >
        <button type="button" className="button" disabled={isUnderWay} onClick={another}>
          {said.another}
        </button>
      </DialogFoot>
    </form>
  );
}

function Result({ report, importing, onClose }: ReportProps & ImportProps): ReactNode {
  const { fault, isUnderWay, takeBack } = importing;
  const { imports: said } = words;
  const { batch_id: batch } = report;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <form className="edit" onSubmit={submit}>
      <p ref={focus} tabIndex={-1}>
        {said.after(report.taken.length)}
      </p>
      <Report report={report} />
      <DialogFoot fault={fault} act={words.keys.close}>
        {batch !== undefined && (
          <button
            type="button"
            className="button"
            disabled={isUnderWay}
            onClick={() => void takeBack(batch)}
          >
            <Undo2 size={16} aria-hidden="true" />
            {words.said.undo}
          </button>
        )}
      </DialogFoot>
    </form>
  );
}

// What was pressed is gone: the focus goes to what came of it, which is read out then.
const focus = (sentence: HTMLElement | null): void => sentence?.focus();
