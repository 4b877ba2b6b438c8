import { Download, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { reasonOf } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { words } from "../words/words.ts";
import { downloadAll, eraseAll } from "./own-data.ts";

/** All that is kept of a person: to take along, or to be rid of. */
export function OwnData({ user }: { readonly user: string }): ReactNode {
  const [isErasing, setIsErasing] = useState(false);
  const { ownData: said } = words;
  return (
    <fieldset>
      <legend>{said.heading}</legend>
      <DownloadAll />
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
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [fault, setFault] = useState("");
  const { ownData: said } = words;
  const download = async (): Promise<void> => {
    setFault("");
    setIsUnderWay(true);
    await downloadAll().catch((error: unknown) => setFault(said.exportFailed(reasonOf(error))));
    setIsUnderWay(false);
  };
  return (
    <>
      <div className="preference">
        <p>
          {said.export}
          <small>{said.exportHint}</small>
        </p>
        <button
          type="button"
          className="button"
          disabled={isUnderWay}
          onClick={() => void download()}
        >
          <Download size={16} aria-hidden="true" />
          {isUnderWay ? said.exporting : said.exportButton}
        </button>
      </div>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

const startAnew = (): void => location.assign("/");

interface EraseProps {
  readonly user: string;
  readonly onClose: () => void;
}

/** What is erased cannot be brought back, so it takes more than a press: the name of whom it is about. */
function EraseDialog({ user, onClose }: EraseProps): ReactNode {
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<"asked" | "underWay" | "done">("asked");
  const [fault, setFault] = useState("");
  const key = useRef(crypto.randomUUID());
  const { ownData: said } = words;
  const erase = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState("underWay");
    setFault("");
    await eraseAll(key.current).then(
      () => setState("done"),
      (error: unknown) => {
        setFault(words.said.failed(reasonOf(error)));
        setState("asked");
      },
    );
  };
  if (state === "done")
    return (
      <Dialog heading={said.erased} closeLabel={said.startAnew} onClose={startAnew}>
        <div className="edit">
          <p>{said.erasedHint}</p>
          <footer className="edit-foot">
            <button type="button" className="button" data-tone="main" onClick={startAnew}>
              {said.startAnew}
            </button>
          </footer>
        </div>
      </Dialog>
    );
  return (
    <Dialog heading={said.eraseHeading} closeLabel={words.edit.cancel} onClose={onClose}>
      <form className="edit" onSubmit={(event) => void erase(event)}>
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
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <footer className="edit-foot">
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {words.edit.cancel}
          </button>
          <button
            type="submit"
            className="button"
            data-tone="danger-main"
            disabled={typed !== user || state === "underWay"}
          >
            {state === "underWay" ? said.erasing : said.eraseAll}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
