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
  const isBusy = useRef(false);
  const isPlain = ignored !== "" && text.startsWith(ignored);
  const reading = useWhen(isPlain ? "" : text);
  const title = text.trim();
  const type = (typed: string): void => {
    setText(typed);
    setAsks(undefined);
  };
  const keep = async (meant: WhenAnswer | undefined): Promise<void> => {
    if (meant?.kind === "ambiguous") return setAsks(meant);
    const draft = isTime(meant) ? { title: meant.title || title, ...timesOf(meant) } : { title };
    // The next one may be typed while this one is on its way; words that were not taken come back.
    type("");
    setIgnored("");
    return add(draft, crypto.randomUUID()).then(
      () => undefined,
      (error: unknown) => {
        setText((typed) => typed || title);
        throw error;
      },
    );
  };
  // Enter twice is one task.
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (title === "" || isBusy.current) return;
    isBusy.current = true;
    await work().catch((error: unknown) =>
      showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
    );
    isBusy.current = false;
  };
  return {
    text,
    type,
    reading,
    asks,
    ignore: () => setIgnored(text),
    submit: () =>
      once(async () => keep(isPlain ? undefined : (reading ?? (await readWhen(title))))),
    choose: (candidate: Ambiguous["candidates"][number]) =>
      once(() => keep({ ...candidate, title: asks?.title ?? "" })),
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
