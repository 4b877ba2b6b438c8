import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "../session/session.ts";
import { useAttempt } from "../shell/use-attempt.ts";
import { words } from "../words/words.ts";

/** Ends the session in this browser. */
export function SignOut(): ReactNode {
  const { signOut: said } = words;
  const { fault, isUnderWay, attempt } = useAttempt();
  return (
    <fieldset>
      <legend>{said.offer}</legend>
      <div className="preference">
        <p>
          <small>{said.hint}</small>
        </p>
        <button
          type="button"
          className="button"
          disabled={isUnderWay}
          onClick={() => void attempt(signOut)}
        >
          <LogOut size={16} aria-hidden="true" />
          {said.offer}
        </button>
      </div>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
