import { Bell, Inbox, ListTodo, type LucideIcon, MessageSquare, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useConversations } from "../chat/use-conversations.ts";
import type { Chat } from "../chat/use-chat.ts";
import { zone } from "../preferences/writing.ts";
import { type View, VIEWS } from "../tasks/views.ts";
import { words } from "../words/words.ts";
import { ICONS } from "./icons.ts";
import type { Page } from "./places.ts";
import { ThemeButton } from "./theme-button.tsx";

export interface Counts {
  readonly today: number;
  readonly overdue: number;
  readonly unread: number;
}

interface NavProps {
  readonly user: string;
  readonly view: View | undefined;
  readonly counts: Counts;
  readonly chat: Chat;
}

/** Where one is, and where else one can go. */
export function Nav({ user, view, counts, chat }: NavProps): ReactNode {
  return (
    <nav className="nav" aria-label={words.nav.main}>
      <div className="brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span className="wide">Todo Mesh</span>
        <InboxLink unread={counts.unread} />
      </div>
      <ul className="links">
        {VIEWS.map((each) => (
          <li key={each}>
            <ViewLink view={each} isCurrent={each === view} counts={counts} />
          </li>
        ))}
      </ul>
      <Recent chat={chat} />
      <div className="me">
        <span className="avatar" aria-hidden="true">
          {user.slice(0, 1).toUpperCase()}
        </span>
        <span className="me-name wide">
          <bdi>{user}</bdi>
          <small>{zone.replaceAll("_", " ")}</small>
        </span>
        <ThemeButton />
        <Link href="/preferences" className="icon-button" aria-label={words.nav.preferences}>
          <Settings size={18} aria-hidden="true" />
        </Link>
      </div>
    </nav>
  );
}

function InboxLink({ unread }: { readonly unread: number }): ReactNode {
  const label = unread > 0 ? words.nav.inboxNew(unread) : words.nav.inbox;
  return (
    <Link href="/inbox" className="icon-button bell" aria-label={label}>
      <Bell size={18} aria-hidden="true" />
      <Badge count={unread} />
    </Link>
  );
}

const Badge = ({ count }: { readonly count: number }): ReactNode =>
  count > 0 && (
    <span className="badge" aria-hidden="true">
      {count > 99 ? "99+" : count}
    </span>
  );

interface ViewLinkProps {
  readonly view: View;
  readonly isCurrent: boolean;
  readonly counts: Counts;
}

function ViewLink({ view, isCurrent, counts }: ViewLinkProps): ReactNode {
  const Icon = ICONS[view];
  const count = view === "today" ? counts.today : 0;
  return (
    <Link
      href={`/tasks/${view}`}
      className="nav-link"
      aria-current={isCurrent ? "page" : undefined}
      title={words.views[view]}
    >
      <Icon size={18} aria-hidden="true" />
      <span className="nav-label">{words.views[view]}</span>
      {count > 0 && (
        <span className="nav-count" data-overdue={counts.overdue > 0}>
          {count}
        </span>
      )}
    </Link>
  );
}

const MOST_RECENT = 8;

function Recent({ chat }: { readonly chat: Chat }): ReactNode {
  const { data } = useConversations(MOST_RECENT);
  if (!data || data.items.length === 0) return null;
  return (
    <div className="recent wide">
      <h2 className="nav-heading">{words.nav.conversations}</h2>
      <ul className="links">
        {data.items.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="nav-link"
              aria-current={id === chat.conversationId}
              onClick={() => chat.open(id)}
            >
              <MessageSquare size={16} aria-hidden="true" />
              <bdi className="nav-label">{title || words.chat.untitled}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TabsProps {
  readonly page: Page;
  readonly unread: number;
}

/** The pages of a phone, under the thumb. */
export function Tabs({ page, unread }: TabsProps): ReactNode {
  const tab = (name: TabsProps["page"], href: string, Icon: LucideIcon): ReactNode => (
    <Link href={href} className="tab" aria-current={page === name ? "page" : undefined}>
      <span className="tab-icon">
        <Icon size={22} aria-hidden="true" />
        {name === "inbox" && <Badge count={unread} />}
      </span>
      <span>{words.nav[name]}</span>
    </Link>
  );
  return (
    <nav className="tabs" aria-label={words.nav.pages}>
      {tab("tasks", "/tasks/today", ListTodo)}
      {tab("chat", "/chat", MessageSquare)}
      {tab("inbox", "/inbox", Inbox)}
      {tab("preferences", "/preferences", Settings)}
    </nav>
  );
}
