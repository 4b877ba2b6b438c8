import { type ReactNode, useId, useState } from "react";
import { reasonOf } from "../api/problem.ts";
import { words } from "../words/words.ts";
import { useExplanation } from "./use-reminders.ts";

/** Why somebody was reminded, or was not: asked for when it is wished for. */
export function Why({ reminderId }: { readonly reminderId: string }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.reminders.why}
      </button>
      <div id={id} className="why" hidden={!isOpen}>
        {isOpen && <Explanation reminderId={reminderId} />}
      </div>
    </>
  );
}

function Explanation({ reminderId }: { readonly reminderId: string }): ReactNode {
  const { data, error, isPending } = useExplanation(reminderId);
  if (isPending) return <p className="quiet">{words.reminders.loading}</p>;
  if (error) return <p className="fault">{reasonOf(error)}</p>;
  return (
    <ol>
      {data.facts.map(({ at, cause, text }) => (
        <li key={`${at} ${cause}`} dir="auto">
          {text}
        </li>
      ))}
    </ol>
  );
}
