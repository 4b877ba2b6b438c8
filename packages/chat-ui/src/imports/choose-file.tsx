import { FileUp } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { words } from "../words/words.ts";

interface ChooseProps {
  readonly isUnderWay: boolean;
  readonly choose: (file: File | undefined) => void;
}

/** A file is chosen, or dropped anywhere on the page. */
export function ChooseFile({ isUnderWay, choose }: ChooseProps): ReactNode {
  useDropped(choose);
  const { imports: said } = words;
  return (
    <label className="import-file">
      <input
        type="file"
        accept=".csv,.ics,text/csv,text/calendar"
        disabled={isUnderWay}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          // The same file can be chosen again once it was mended.
          target.value = "";
        }}
      />
      <FileUp size={24} aria-hidden="true" />
      <span>{isUnderWay ? said.reading : said.choose}</span>
      <small>{said.kinds}</small>
    </label>
  );
}

// A browser that is not told otherwise leaves the page for what is dropped on it.
function useDropped(choose: ChooseProps["choose"]): void {
  useEffect(() => {
    const dropped = (event: DragEvent): void => {
      event.preventDefault();
      if (event.type === "drop") choose(event.dataTransfer?.files[0]);
    };
    addEventListener("dragover", dropped);
    addEventListener("drop", dropped);
    return () => {
      removeEventListener("dragover", dropped);
      removeEventListener("drop", dropped);
    };
  }, [choose]);
}
