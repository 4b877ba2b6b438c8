import type { WhenAnswer } from "@todo-mesh/contracts";
import { Plus, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { reasonOf } from "../api/problem.ts";
import { isComposing } from "../shell/composing.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";
import type { TaskActions } from "./task-actions.ts";
import { isTime, timesOf } from "./times.ts";
import { readWhen, useWhen } from "./when.ts";

/** One line that becomes a task; what is understood of its time is seen before it is kept, and can be waved off. */
export function QuickAdd({ add }: Pick<TaskActions, "add">): ReactNode {
  const { text, type, reading, ignore, asks, submit, choose } = useQuickAdd(add);
  return (
    <form
      className="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="quick-add-line">
        <Plus size={18} aria-hidden="true" />
        <input
          id="quick-add"
          aria-label={words.add.label}
          placeholder={words.add.placeholder}
          autoComplete="off"
          maxLength={500}
          dir={text ? "auto" : undefined}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            // Enter that ends an input method is none of ours.
            if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
          }}
        />
        {text === "" && <kbd className="quick-add-key">N</kbd>}
        <Reading answer={reading} ignore={ignore} />
      </div>
      {asks && (
        <div className="quick-add-which" role="group" aria-label={words.add.which}>
          <span>{words.add.which}</span>
          {asks.candidates.map((candidate) => (
            <button
              key={candidate.reading}
              type="button"
              className="pill"
              onClick={() => void choose(candidate)}
            >
              {candidate.reading}
            </button>
          ))}
        </div>
      )}
    </form>
  );
}

type Ambiguous = Extract<WhenAnswer, { kind: "ambiguous" }>;

function useQuickAdd(add: TaskActions["add"]) {
  const [text, setText] = useState("");
  const [ignored, setIgnored] = useState("");
  const [asks, setAsks] = useState<Ambiguous>();
  // What was entered and not typed over since: Enter twice is one task.
  const taken = useRef<string>(undefined);
  const isPlain = ignored !== "" && text.startsWith(ignored);
  const reading = useWhen(isPlain ? "" : text);
  const title = text.trim();
  const type = (typed: string): void => {
    taken.current = undefined;
    setText(typed);
    setAsks(undefined);
  };
  const giveBack = (error: unknown): void => {
    taken.current = undefined;
    setText((typed) => typed || title);
    showToast({ text: words.said.failed(reasonOf(error)), failed: true });
  };
  const keep = (meant: WhenAnswer | undefined): void => {
    if (meant?.kind === "ambiguous") {
      taken.current = undefined;
      return setAsks(meant);
    }
    const draft = isTime(meant) ? { title: meant.title || title, ...timesOf(meant) } : { title };
    setText((typed) => (typed.trim() === title ? "" : typed));
    setAsks(undefined);
    setIgnored("");
    // The next one may be entered while this one is on its way; words that were not taken come back.
    add(draft, crypto.randomUUID()).catch(giveBack);
  };
  const once = async (meant: () => Promise<WhenAnswer | undefined>): Promise<void> => {
    if (title === "" || taken.current === title) return;
    taken.current = title;
    await meant().then(keep).catch(giveBack);
  };
  return {
    text,
    type,
    reading,
    asks,
    ignore: () => setIgnored(text),
    submit: () => once(async () => (isPlain ? undefined : (reading ?? readWhen(title)))),
    choose: (candidate: Ambiguous["candidates"][number]) =>
      once(async () => ({ ...candidate, title: asks?.title ?? "" })),
  };
}

interface ReadingProps {
  readonly answer: WhenAnswer | undefined;
  readonly ignore: () => void;
}

/** What was understood of the time, and how to keep its words in the title instead. */
function Reading({ answer, ignore }: ReadingProps): ReactNode {
  if (!isTime(answer)) return null;
  const isPast = "past" in answer && answer.past;
  return (
    <span className="reading" data-past={isPast === true}>
      <span className="reading-text" role="status">
        {answer.reading}
        {isPast && `, ${words.add.past}`}
      </span>
      <button type="button" className="icon-button" aria-label={words.add.ignore} onClick={ignore}>
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  );
}
