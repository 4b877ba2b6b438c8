import type { Task } from "@todo-mesh/contracts";
import { Bell, CalendarDays, Clock3, Pencil, Repeat, RotateCcw } from "lucide-react";
import { memo, type ReactNode } from "react";
import { words } from "../words/words.ts";
import { dayOf, dueDay, dueTime, sayDay } from "./dates.ts";
import { RowMenu } from "./row-menu.tsx";
import type { RowActions } from "./row-actions.ts";
import { TitleField } from "./title-field.tsx";
import { isOverdue } from "./views.ts";

interface RowProps {
  readonly task: Task;
  /** The heading it stands under: what that says is not said again. */
  readonly under: string;
  readonly now: Date;
  readonly actions: RowActions;
  /** While one chooses, its circle says whether it is chosen. */
  readonly isChoosing: boolean;
  readonly isChosen: boolean;
  /** There while its title is changed where it stands. */
  readonly endRename: ((task: Task, title: string | undefined) => void) | undefined;
}

/** One task: its circle, its title, and at the end what else is known of it. */
export const TaskRow = memo(function TaskRow(props: RowProps): ReactNode {
  const { task, actions, isChoosing, isChosen, endRename } = props;
  const isTrash = task.deleted_at !== undefined;
  return (
    <>
      <div role="gridcell" className="task-check">
        {isChoosing ? (
          <Box title={task.title} isChosen={isChosen} toggle={() => actions.select(task)} />
        ) : isTrash ? (
          <span className="task-circle" data-state="trash" aria-hidden="true" />
        ) : (
          <Circle task={task} toggle={actions.toggle} />
        )}
      </div>
      <div role="gridcell" className="task-text">
        {endRename ? (
          <TitleField title={task.title} end={(title) => endRename(task, title)} />
        ) : (
          <span
            className="task-title"
            dir="auto"
            onDoubleClick={() => !isTrash && actions.beginRename(task)}
          >
            {task.title}
          </span>
        )}
        <Meta task={task} under={props.under} now={props.now} />
      </div>
      <div role="gridcell" className="task-doing">
        {isTrash ? (
          <button
            type="button"
            className="icon-button"
            tabIndex={-1}
            aria-label={words.list.restoreTask(task.title)}
            onClick={() => void actions.restore(task)}
          >
            <RotateCcw size={16} aria-hidden="true" />
          </button>
        ) : (
          <Doing task={task} actions={actions} />
        )}
      </div>
    </>
  );
});

function Doing({ task, actions }: Pick<RowProps, "task" | "actions">): ReactNode {
  return (
    <>
      <button
        type="button"
        className="icon-button task-edit"
        tabIndex={-1}
        aria-label={words.list.edit(task.title)}
        onClick={() => actions.edit(task)}
      >
        <Pencil size={16} aria-hidden="true" />
      </button>
      <RowMenu task={task} actions={actions} />
    </>
  );
}

interface BoxProps {
  readonly title: string;
  readonly isChosen: boolean;
  readonly toggle: () => void;
}

const Box = ({ title, isChosen, toggle }: BoxProps): ReactNode => (
  <label className="task-box">
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={words.list.choose(title)}
      checked={isChosen}
      onChange={toggle}
      onClick={(event) => event.stopPropagation()}
    />
  </label>
);

function Circle({ task, toggle }: { readonly task: Task } & Pick<RowActions, "toggle">): ReactNode {
  const isDone = task.status === "done";
  const { complete, reopen } = words.list;
  const said: Readonly<Record<string, string>> = words.list.priority;
  const label = isDone ? reopen(task.title) : complete(task.title);
  const rank = said[task.priority ?? ""];
  return (
    <button
      type="button"
      className="task-circle"
      data-state={task.status}
      data-priority={task.priority}
      tabIndex={-1}
      aria-label={rank === undefined ? label : `${label}, ${rank}`}
      onClick={() => void toggle(task)}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M5.5 10.5l3 3 6-6.5" />
      </svg>
    </button>
  );
}

type MetaProps = Pick<RowProps, "task" | "under" | "now">;

function Meta({ task, under, now }: MetaProps): ReactNode {
  const { tags = [], repeat, reminders = [] } = task;
  return (
    <span className="task-meta">
      {tags.map((tag) => (
        <span key={tag} className="task-tag">
          <bdi>{tag}</bdi>
        </span>
      ))}
      {repeat && <Repeat size={14} role="img" aria-label={words.list.repeats} />}
      {reminders.length > 0 && <Bell size={14} role="img" aria-label={words.list.reminds} />}
      <Due task={task} under={under} now={now} />
    </span>
  );
}

function Due({ task, under, now }: MetaProps): ReactNode {
  const day = dueDay(task);
  if (day === undefined) return null;
  const time = dueTime(task);
  const said = [day === under ? "" : sayDay(day, dayOf(now)), time].filter(Boolean).join(" ");
  if (said === "") return null;
  const Icon = time === undefined ? CalendarDays : Clock3;
  return (
    <span className="task-due" data-overdue={isOverdue(task, now)}>
      <Icon size={14} aria-hidden="true" />
      <time>{said}</time>
    </span>
  );
}
