import { Download, FileUp, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { ImportDialog } from "../imports/import-dialog.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { DialogFoot } from "../shell/dialog-foot.tsx";
import { useAttempt } from "../shell/use-attempt.ts";
import { words } from "../words/words.ts";
import { Deed } from "./deed.tsx";
import { downloadAll, eraseAll } from "./own-data.ts";

/** All that is kept of a person: to take along, or to be rid of. */
export function OwnData({ user }: { readonly user: string }): ReactNode {
  const [isErasing, setIsErasing] = useState(false);
  const { ownData: said } = words;
  return (
    <fieldset>
      <legend>{said.heading}</legend>
      <DownloadAll />
      <Import />
      <div className="preference">
        <p>
          {said.erase}
          <small>{said.eraseHint}</small>
        </p>
        <button
          type="button"
          className="button"
          data-tone="danger"
          onClick={() => setIsErasing(true)}
        >
          <Trash2 size={16} aria-hidden="true" />
          {said.eraseButton}
        </button>
      </div>
      {isErasing && <EraseDialog user={user} onClose={() => setIsErasing(false)} />}
    </fieldset>
  );
}

function DownloadAll(): ReactNode {
  const { ownData: said } = words;
  return (
    <Deed
      Icon={Download}
      about={said.export}
      hint={said.exportHint}
      label={said.exportButton}
      underWay={said.exporting}
      act={downloadAll}
      saying={said.exportFailed}
    />
  );
}

function Import(): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const { imports: said } = words;
  return (
    <div className="preference">
      <p>
        {said.offer}
        <small>{said.hint}</small>
      </p>
      <button type="button" className="button" onClick={() => setIsOpen(true)}>
        <FileUp size={16} aria-hidden="true" />
        {said.button}
      </button>
      {isOpen && <ImportDialog onClose={() => setIsOpen(false)} />}
    </div>
  );
}

interface EraseProps {
  readonly user: string;
  readonly onClose: () => void;
}

/** What is erased cannot be brought back, so it takes more than a press: the name of whom it is about. */
function EraseDialog({ user, onClose }: EraseProps): ReactNode {
  const [typed, setTyped] = useState("");
  const [isErased, setIsErased] = useState(false);
  const { fault, isUnderWay, attempt } = useAttempt();
  const key = useRef(crypto.randomUUID());
  const { ownData: said } = words;
  const erase = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(async () => {
      await eraseAll(key.current);
      setIsErased(true);
    });
  };
  if (isErased) return <Erased />;
  return (
    <Dialog heading={said.eraseHeading} closeLabel={words.edit.cancel} onClose={onClose}>
      <form className="edit" onSubmit={erase}>
        <p>{said.eraseWarning}</p>
        <label className="field">
          <span>
            {said.typeName} <bdi>{user}</bdi>
          </span>
          <input
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <DialogFoot
          fault={fault}
          onClose={onClose}
          tone="danger-main"
          isDisabled={typed !== user || isUnderWay}
          act={isUnderWay ? said.erasing : said.eraseAll}
        />
      </form>
    </Dialog>
  );
}

const startAnew = (event?: FormEvent): void => {
  event?.preventDefault();
  location.assign("/");
};

function Erased(): ReactNode {
  const { ownData: said } = words;
  return (
    <Dialog heading={said.erased} closeLabel={said.startAnew} onClose={startAnew}>
      <form className="edit" onSubmit={startAnew}>
        <p>{said.erasedHint}</p>
        <DialogFoot act={said.startAnew} />
      </form>
    </Dialog>
  );
}
