import type { Approval } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { ask } from "../api/call.ts";
import { reasonOf } from "../api/problem.ts";
import { words } from "../words/words.ts";

type Decision = "approve" | "reject";

/** What the assistant may only do if its person allows it: exactly that, or nothing. */
export function ApprovalCard({ approval }: { readonly approval: Approval }): ReactNode {
  const { decide, fault, isDeciding } = useDecision(approval);
  const { approvals: said } = words;
  const isPending = approval.status === "pending";
  const button = (decision: Decision, label: string, tone?: string): ReactNode => (
    <button
      type="button"
      className="button"
      data-tone={tone}
      disabled={isDeciding}
      onClick={() => void decide(decision)}
    >
      {label}
    </button>
  );
  return (
    <section className="approval" data-status={approval.status} aria-label={said.heading}>
      <h3>
        <CircleAlert size={16} aria-hidden="true" /> {said.heading}
      </h3>
      <ul>
        {approval.acts.map(({ effect }, at) => (
          <li key={at} dir="auto">
            {effect}
          </li>
        ))}
      </ul>
      {isPending && (
        <p className="approval-doing">
          {button("approve", said.approve(approval.acts.length), "danger")}
          {button("reject", said.reject)}
        </p>
      )}
      {!isPending && <p className="quiet">{statusOf(approval)}</p>}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}

function statusOf({ status }: Approval): string {
  const known: Readonly<Record<string, string>> = words.approvals.statuses;
  return known[status] ?? status;
}

function useDecision({ id, conversation_id: conversation }: Approval) {
  const client = useQueryClient();
  const [fault, setFault] = useState("");
  const [isDeciding, setIsDeciding] = useState(false);
  // The same decision again is the same request again.
  const keys = useRef<Partial<Record<Decision, string>>>({});
  const decide = async (decision: Decision): Promise<void> => {
    const key = (keys.current[decision] ??= crypto.randomUUID());
    setIsDeciding(true);
    setFault("");
    await ask(`/approvals/${id}`, { method: "POST", body: { decision }, key }).catch(
      (error: unknown) => setFault(words.said.failed(reasonOf(error))),
    );
    await client.invalidateQueries({ queryKey: ["conversation", conversation] });
    setIsDeciding(false);
  };
  return { decide, fault, isDeciding };
}
