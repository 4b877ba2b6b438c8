import type { Task } from "@todo-mesh/contracts";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { isUnreached, reasonOf } from "./api/problem.ts";
import { ChatColumn } from "./chat/chat.tsx";
import { useChat } from "./chat/use-chat.ts";
import { useInbox } from "./inbox/use-inbox.ts";
import { useShownFrom } from "./offline/shown-from.ts";
import { useLastState } from "./offline/use-last-state.ts";
import { useWriting } from "./preferences/use-preferences.ts";
import { ZoneQuestion } from "./preferences/zone-question.tsx";
import { userBefore } from "./session/open-session.ts";
import { currentSession, useIsOut } from "./session/session.ts";
import { SignedOut } from "./session/session-error.ts";
import { OutNotice, SignedOutScreen } from "./session/signed-out.tsx";
import { type Counts, Nav, Tabs } from "./shell/nav.tsx";
import { type Page, placeOf } from "./shell/places.ts";
import { ToastView } from "./shell/toast-view.tsx";
import { useKeys } from "./shell/use-keys.ts";
import { useLive } from "./shell/use-live.ts";
import { useNow } from "./shell/use-now.ts";
import { sayMoment } from "./tasks/dates.ts";
import { useTaskActions } from "./tasks/task-actions.ts";
import { TasksColumn } from "./tasks/tasks-column.tsx";
import { useTasks } from "./tasks/use-tasks.ts";
import { groupsOf, type View } from "./tasks/views.ts";
import { words } from "./words/words.ts";

/** The page of whoever is signed in, or how to be. */
export function App(): ReactNode {
  const { data, error } = useQuery({
    queryKey: ["session"],
    queryFn: whoIsHere,
    staleTime: Infinity,
    retry: false,
  });
  if (data !== undefined) return <SignedIn user={data} />;
  if (!error) return <p className="starting">{words.signIn.starting}</p>;
  return <SignedOutScreen why={error instanceof SignedOut ? error.message : reasonOf(error)} />;
}

// What is not needed to see the list comes after it.
const loadEditDialog = () => import("./tasks/edit-dialog.tsx");
const EditDialog = lazy(loadEditDialog);
const InboxColumn = lazy(() => import("./inbox/inbox.tsx"));
const KeysDialog = lazy(() => import("./shell/keys-dialog.tsx"));
const PreferencesColumn = lazy(() => import("./preferences/preferences-column.tsx"));

const AFTER_MS = 1_500;

// Without a connection it is whoever was here before: they see what they saw last.
async function whoIsHere(): Promise<string> {
  try {
    return (await currentSession()).user_id;
  } catch (error) {
    const before = userBefore();
    if (before === undefined || !isUnreached(error)) throw error;
    return before;
  }
}

function SignedIn({ user }: { readonly user: string }): ReactNode {
  const { page, view } = placeOf(useLocation()[0]);
  const now = useNow();
  const isConnected = useLive();
  useWriting();
  useLastState(user, isConnected);
  const actions = useTaskActions();
  const [editing, setEditing] = useState<Task>();
  const [isShowingKeys, setIsShowingKeys] = useState(false);
  const showKeys = useCallback(() => setIsShowingKeys(true), []);
  useKeys(showKeys);
  const chat = useChat();
  const counts = useCounts(now);
  const rowActions = useMemo(() => ({ ...actions, edit: setEditing }), [actions]);
  useTitle(page, view, counts);
  useEffect(() => void setTimeout(() => void loadEditDialog(), AFTER_MS), []);
  return (
    <div className="shell" data-page={page}>
      <a className="skip" href="#main">
        {words.nav.skip}
      </a>
      <Nav {...{ user, counts, chat }} view={page === "tasks" ? view : undefined} />
      <main className="work">
        <h1 className="sr">Todo Mesh</h1>
        <Notice isConnected={isConnected} />
        <ZoneQuestion now={now} />
        <Suspense fallback={<section className="column" aria-busy="true" />}>
          {page === "inbox" && <InboxColumn actions={rowActions} />}
          {page === "preferences" && <PreferencesColumn user={user} showKeys={showKeys} />}
        </Suspense>
        {(page === "tasks" || page === "chat") && (
          <TasksColumn view={view} now={now} actions={rowActions} />
        )}
        <ChatColumn chat={chat} />
        <ToastView />
      </main>
      <Tabs page={page} unread={counts.unread} />
      <Suspense>
        {editing && (
          <EditDialog task={editing} actions={actions} onClose={() => setEditing(undefined)} />
        )}
        {isShowingKeys && <KeysDialog onClose={() => setIsShowingKeys(false)} />}
      </Suspense>
    </div>
  );
}

/** That somebody is not signed in any more, or not connected; nothing while all is well. */
function Notice({ isConnected }: { readonly isConnected: boolean }): ReactNode {
  const isOut = useIsOut();
  const shownFrom = useShownFrom();
  if (isOut) return <OutNotice />;
  if (isConnected) return null;
  return (
    <p className="offline" role="status">
      {shownFrom
        ? words.state.offlineSince(sayMoment(shownFrom.toISOString()))
        : words.state.offline}
    </p>
  );
}

function useCounts(now: Date): Counts {
  const { data: open } = useTasks("open");
  const { data: inbox } = useInbox();
  return useMemo(() => {
    const groups = groupsOf("today", [...(open?.values() ?? [])], now);
    const of = (key?: string): number =>
      groups.reduce((sum, group) => sum + (!key || group.key === key ? group.tasks.length : 0), 0);
    const unread = inbox?.filter(({ read_at: readAt }) => readAt === undefined).length ?? 0;
    return { today: of(), overdue: of("overdue"), unread };
  }, [open, inbox, now]);
}

function useTitle(page: Page, view: View, { today }: Counts): void {
  const name = page === "tasks" ? words.views[view] : words.nav[page];
  useEffect(() => {
    document.title = `${today > 0 ? `(${today}) ` : ""}${name} · Todo Mesh`;
  }, [name, today]);
}
