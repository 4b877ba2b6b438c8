import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useAttempt } from "../shell/use-attempt.ts";

interface DeedProps {
  readonly Icon: LucideIcon;
  /** What it is about, where its button alone does not say so. */
  readonly about?: string;
  readonly hint: string;
  readonly label: string;
  /** What the button says while it is done. */
  readonly underWay?: string;
  readonly act: () => Promise<unknown>;
  readonly saying?: (why: string) => string;
}

/** Something that is done with one press; what was refused is said below. */
export function Deed({
  Icon,
  about,
  hint,
  label,
  underWay = label,
  act,
  saying,
}: DeedProps): ReactNode {
  const { fault, isUnderWay, attempt } = useAttempt(saying);
  return (
    <>
      <div className="preference">
        <p>
          {about}
          <small>{hint}</small>
        </p>
        <button
          type="button"
          className="button"
          disabled={isUnderWay}
          onClick={() => void attempt(act)}
        >
          <Icon size={16} aria-hidden="true" />
          {isUnderWay ? underWay : label}
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
