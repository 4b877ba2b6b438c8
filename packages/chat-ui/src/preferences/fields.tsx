import { type ReactNode, useId } from "react";
import type { Choices } from "./choices.ts";

interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  /** What holds while nothing is chosen. */
  readonly none: string;
  readonly choices: Choices;
  readonly value: string | undefined;
  readonly choose: (value: string | null) => void;
}

/** One of several, or none: each choice is kept when it is made. */
export function Choice({ label, hint, none, choices, value, choose }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="preference">
      <label htmlFor={id}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
      <select id={id} value={value ?? ""} onChange={(e) => choose(e.target.value || null)}>
        <option value="">{none}</option>
        {choices.map(([each, said]) => (
          <option key={each} value={each}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (value: string | null) => void;
}

/** A time of day, or none. It is kept when it is left: until then it is being typed. */
export function TimeOfDay({ label, value = "", choose }: TimeProps): ReactNode {
  const id = useId();
  return (
    <div className="preference">
      <label htmlFor={id}>{label}</label>
      <input
        key={value}
        id={id}
        type="time"
        defaultValue={value}
        onBlur={({ target }) => target.value !== value && choose(target.value || null)}
      />
    </div>
  );
}
