import type { Task, WhenAnswer } from "@todo-mesh/contracts";
import type { ReactNode } from "react";
import { useNow } from "../shell/use-now.ts";
import { words } from "../words/words.ts";
import { dayOf, sayDue } from "./dates.ts";
import { reminderChoices } from "./reminder-choices.ts";
import type { Form } from "./task-form.ts";
import { isTime } from "./times.ts";

interface FieldsProps {
  readonly task: Task;
  readonly form: Form;
  readonly set: (part: Partial<Form>) => void;
}

/** What a person fills in to change a task. */
export function Fields({ task, form, set, meant }: FieldsProps & MeantProps): ReactNode {
  const { edit } = words;
  return (
    <>
      <label className="field">
        <span>{edit.title}</span>
        <input
          required
          maxLength={200}
          value={form.title}
          onChange={(e) => set({ title: e.target.value })}
        />
      </label>
      <label className="field">
        <span>{edit.notes}</span>
        <textarea
          rows={3}
          maxLength={4_000}
          value={form.notes}
          onChange={(e) => set({ notes: e.target.value })}
        />
      </label>
      <label className="field">
        <span>{edit.when}</span>
        <input
          placeholder={edit.whenHint}
          value={form.when}
          onChange={(e) => set({ when: e.target.value })}
        />
      </label>
      <MeantNow task={task} meant={meant} />
      <DueNow task={task} form={form} set={set} />
      <RemindersField task={task} form={form} set={set} />
      <div className="edit-pair">
        <label className="field">
          <span>{edit.priority}</span>
          <select value={form.priority} onChange={(e) => set({ priority: e.target.value })}>
            {Object.entries(edit.priorities).map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{edit.tags}</span>
          <input
            placeholder={edit.tagsHint}
            value={form.tags}
            onChange={(e) => set({ tags: e.target.value })}
          />
        </label>
      </div>
    </>
  );
}

function DueNow({ task, form, set }: FieldsProps): ReactNode {
  const { edit } = words;
  const due = sayDue(task, dayOf(useNow()));
  return (
    <p className="edit-due">
      {due === "" || form.isWithoutDue ? edit.noDue : `${edit.dueNow}: ${due}`}
      {due !== "" && !form.isWithoutDue && (
        <button type="button" className="link" onClick={() => set({ isWithoutDue: true })}>
          {task.repeat ? edit.removeSeries : edit.removeDue}
        </button>
      )}
    </p>
  );
}

/** Which of the usual reminders; others stay as they are until one of these is chosen. */
function RemindersField({ task, form, set }: FieldsProps): ReactNode {
  const choices = reminderChoices(task);
  const { edit } = words;
  if (choices.length === 0) return null;
  return (
    <label className="field">
      <span>{edit.remind}</span>
      <select value={form.reminders} onChange={(e) => set({ reminders: e.target.value })}>
        {form.reminders === "" && <option value="">{edit.remindOwn}</option>}
        {choices.map(({ value }) => (
          <option key={value} value={value}>
            {edit.reminders[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MeantProps {
  readonly meant: WhenAnswer | undefined;
}

/** What is understood of the time that was typed, before it is kept. */
function MeantNow({ task, meant }: MeantProps & Pick<FieldsProps, "task">): ReactNode {
  if (!isTime(meant)) return null;
  return (
    <div className="edit-meant" role="status">
      <p className="edit-reading">{meant.reading}</p>
      {task.repeat && meant.kind !== "recurrence" && <p className="quiet">{words.edit.oneDate}</p>}
    </div>
  );
}
