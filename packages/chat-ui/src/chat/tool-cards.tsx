import type { ToolCall } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { Check, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useNow } from "../shell/use-now.ts";
import { dayOf, sayDue } from "../tasks/dates.ts";
import { takeBack } from "../tasks/task-actions.ts";
import { words } from "../words/words.ts";
import { cardsOf, choicesOf } from "./cards.ts";
import type { Chat } from "./use-chat.ts";

interface CardsProps {
  readonly calls: readonly ToolCall[];
  /** Undefined while it goes on: then there is nothing to take back yet. */
  readonly turnId: string | undefined;
}

/** What the assistant changed in a turn, and one way back for all of it. */
export function Cards({ calls, turnId }: CardsProps): ReactNode {
  const client = useQueryClient();
  const [isUndone, setIsUndone] = useState(false);
  const cards = cardsOf(calls);
  const today = dayOf(useNow());
  const undo = async (): Promise<void> => {
    if (turnId === undefined) return;
    if (await takeBack(client, { turn_id: turnId })) setIsUndone(true);
  };
  return cards.map(({ id, verb, task }, at) => (
    <div key={id} className="card" data-undone={isUndone}>
      <span className="card-mark" aria-hidden="true">
        <Check size={15} />
      </span>
      <span className="card-text">
        <span className="card-title">
          <b>{isUndone ? words.said.undone : verb}</b> <bdi>{task.title}</bdi>
        </span>
        <span className="card-due">{sayDue(task, today)}</span>
      </span>
      {at === cards.length - 1 && turnId !== undefined && !isUndone && (
        <button type="button" className="link card-undo" onClick={() => void undo()}>
          <Undo2 size={14} aria-hidden="true" /> {words.said.undo}
        </button>
      )}
    </div>
  ));
}

interface ChoicesProps extends Pick<Chat, "say"> {
  readonly calls: readonly ToolCall[];
}

/** The meanings that the assistant asks about: to press one is to say its number. */
export function Choices({ calls, say }: ChoicesProps): ReactNode {
  const choices = choicesOf(calls);
  if (choices.length === 0) return null;
  return (
    <div className="choices">
      {choices.map((choice, at) => (
        <button key={choice} type="button" className="pill" onClick={() => say(String(at + 1))}>
          {choice}
        </button>
      ))}
    </div>
  );
}
