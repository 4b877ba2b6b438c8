import type { Notification, Task } from "@todo-mesh/contracts";
import {
  Bell,
  BellOff,
  Check,
  CheckCheck,
  CircleCheckBig,
  type LucideIcon,
  Pencil,
} from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { reasonOf } from "../api/problem.ts";
import { Snooze } from "../reminders/snooze.tsx";
import { Why } from "../reminders/why.tsx";
import { sayMoment } from "../tasks/dates.ts";
import type { TaskActions } from "../tasks/task-actions.ts";
import { useTasks } from "../tasks/use-tasks.ts";
import { words } from "../words/words.ts";
import { groupsOfInbox, type InboxGroup, isUnread } from "./inbox-groups.ts";
import { useInbox, useMarkRead } from "./use-inbox.ts";

interface InboxProps {
  readonly actions: InboxActions;
}
type InboxActions = Pick<TaskActions, "toggle" | "snooze" | "dismiss"> & {
  readonly edit: (task: Task) => void;
};

/** What was announced, by task, the newest first. */
export default function InboxColumn({ actions }: InboxProps): ReactNode {
  const { data, error } = useInbox();
  const { data: tasks } = useTasks("open");
  const markRead = useMarkRead();
  const groups = useMemo(() => groupsOfInbox(data ?? []), [data]);
  const unread = (data ?? []).filter(isUnread);
  return (
    <section className="column" id="main" tabIndex={-1} aria-label={words.inbox.heading}>
      <header className="head">
        <div className="head-line">
          <h2 className="head-title">{words.inbox.heading}</h2>
          <span className="grow" />
          {unread.length > 1 && (
            <button type="button" className="button" onClick={() => markRead(unread)}>
              <CheckCheck size={16} aria-hidden="true" />
              {words.inbox.readAll}
            </button>
          )}
        </div>
      </header>
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
      {groups.length > 0 && (
        <ul className="inbox">
          {groups.map((group) => (
            <Group
              key={group.taskId}
              group={group}
              task={tasks?.get(group.taskId)}
              actions={actions}
              markRead={markRead}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface GroupProps extends InboxProps {
  readonly group: InboxGroup;
  /** Undefined: it is done, or gone. */
  readonly task: Task | undefined;
  readonly markRead: (notifications: readonly Notification[]) => void;
}

function Group({ group, task, actions, markRead }: GroupProps): ReactNode {
  const { newest, earlier, isNew } = group;
  const [isWhole, setIsWhole] = useState(false);
  const unread = [newest, ...earlier].filter(isUnread);
  return (
    <li className="inbox-row" data-new={isNew}>
      <span className="inbox-dot">{isNew && <span className="sr">{words.inbox.unread}</span>}</span>
      <div className="inbox-text">
        <bdi className="inbox-title">{newest.title}</bdi>
        <Ring notification={newest} />
        {isWhole && earlier.map((one) => <Ring key={one.id} notification={one} />)}
        {earlier.length > 0 && !isWhole && (
          <button type="button" className="link" onClick={() => setIsWhole(true)}>
            {words.inbox.earlier(earlier.length)}
          </button>
        )}
      </div>
      <span className="inbox-doing">
        {task && <TaskDoing task={task} actions={actions} />}
        {isNew && (
          <Doing
            label={words.inbox.markRead(newest.title)}
            Icon={Check}
            act={() => markRead(unread)}
          />
        )}
      </span>
    </li>
  );
}

function TaskDoing({ task, actions }: InboxProps & { readonly task: Task }): ReactNode {
  const { complete, edit } = words.list;
  const { dismiss } = words.inbox;
  return (
    <>
      <Doing
        label={complete(task.title)}
        Icon={CircleCheckBig}
        act={() => void actions.toggle(task)}
      />
      <Snooze task={task} snooze={actions.snooze} />
      {task.nag && (
        <Doing label={dismiss(task.title)} Icon={BellOff} act={() => void actions.dismiss(task)} />
      )}
      <Doing label={edit(task.title)} Icon={Pencil} act={() => actions.edit(task)} />
    </>
  );
}

interface DoingProps {
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly act: () => void;
}

const Doing = ({ label, Icon, act }: DoingProps): ReactNode => (
  <button type="button" className="icon-button" aria-label={label} title={label} onClick={act}>
    <Icon size={18} aria-hidden="true" />
  </button>
);

function Ring({ notification }: { readonly notification: Notification }): ReactNode {
  const { body, created_at: at, late, reminder_id: reminderId } = notification;
  return (
    <div>
      <span className="inbox-body" dir="auto">
        {body}
      </span>
      <span className="inbox-at">
        {sayMoment(at)}
        {late && `, ${words.inbox.late}`} {reminderId && <Why reminderId={reminderId} />}
      </span>
    </div>
  );
}
