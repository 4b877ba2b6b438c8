import { type ReactNode, useMemo } from "react";
import { language, words } from "../words/words.ts";
import type { Turn } from "./turn.ts";

const SENTENCES = new Intl.Segmenter(language, { granularity: "sentence" });

/** What is told to whoever listens to the page: that an answer comes, then each of its sentences once it is whole. */
export function Announced({ turn }: { readonly turn: Turn | undefined }): ReactNode {
  const sentences = useMemo(() => [...SENTENCES.segment(turn?.text ?? "")], [turn?.text]);
  const whole = turn?.state === "answering" ? sentences.slice(0, -1) : sentences;
  return (
    <p className="sr" aria-live="polite">
      {turn && <span>{words.chat.answering} </span>}
      {/* What is added alone is read: what was read stays as it is. */}
      {whole.map(({ segment, index }) => (
        <span key={index}>{segment}</span>
      ))}
    </p>
  );
}
