import type { Notification } from "@todo-mesh/contracts";
import { Bell, Check } from "lucide-react";
import type { ReactNode } from "react";
import { reasonOf } from "../api/problem.ts";
import { sayMoment } from "../tasks/dates.ts";
import { words } from "../words/words.ts";
import { useInbox, useMarkRead } from "./use-inbox.ts";

/** What was announced, the newest first; what is new is marked, and can be marked as read. */
export function InboxColumn(): ReactNode {
  const { data, error, isPending } = useInbox();
  return (
    <section className="column" id="main" tabIndex={-1} aria-label={words.inbox.heading}>
      <header className="head">
        <div className="head-line">
          <h2 className="head-title">{words.inbox.heading}</h2>
        </div>
      </header>
      {isPending && !error && <p className="quiet padded">{words.inbox.loading}</p>}
      {error && (
        <p className="fault padded" role="alert">
          {words.inbox.failed(reasonOf(error))}
        </p>
      )}
      {data?.length === 0 && (
        <div className="empty">
          <Bell size={28} aria-hidden="true" />
          <p>{words.inbox.empty}</p>
        </div>
      )}
      {data && data.length > 0 && (
        <ul className="inbox">
          {data.map((notification) => (
            <Row key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ notification }: { readonly notification: Notification }): ReactNode {
  const { mutate } = useMarkRead();
  const { title, body, created_at: at, late, read_at: readAt } = notification;
  const isNew = readAt === undefined;
  return (
    <li className="inbox-row" data-new={isNew}>
      <span className="inbox-dot">{isNew && <span className="sr">{words.inbox.unread}</span>}</span>
      <span className="inbox-text">
        <bdi className="inbox-title">{title}</bdi>
        <span className="inbox-body" dir="auto">
          {body}
        </span>
        <span className="inbox-at">
          {sayMoment(at)}
          {late && `, ${words.inbox.late}`}
        </span>
      </span>
      {isNew && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.inbox.markRead(title)}
          onClick={() => mutate(notification)}
        >
          <Check size={18} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
