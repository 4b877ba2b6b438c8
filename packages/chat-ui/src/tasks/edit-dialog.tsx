import type { Task, TaskPatch } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { ask } from "../api/call.ts";
import { ProblemError, reasonOf } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { useNow } from "../shell/use-now.ts";
import { words } from "../words/words.ts";
import { dayOf, sayDue } from "./dates.ts";
import type { TaskActions } from "./task-actions.ts";
import { type Form, formOf, patchOf } from "./task-form.ts";
import { putTask } from "./task-cache.ts";
import { isTime } from "./times.ts";
import { useWhen } from "./when.ts";

interface EditProps {
  readonly task: Task;
  readonly actions: Pick<TaskActions, "change" | "remove">;
  readonly onClose: () => void;
}

/** All that can be changed of a task. What is refused is said, and what was typed stays. */
export function EditDialog({ task, actions, onClose }: EditProps): ReactNode {
  const [form, setForm] = useState(() => formOf(task));
  const [fault, setFault] = useState("");
  const [version, setVersion] = useState(task.version);
  const client = useQueryClient();
  const meant = useWhen(form.when);
  const set = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const save = async (patch: TaskPatch): Promise<void> => {
    try {
      if (Object.keys(patch).length > 0) await actions.change({ ...task, version }, patch);
      onClose();
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 412))
        return setFault(reasonOf(error));
      const now = await ask<Task>(`/tasks/${task.id}`);
      putTask(client, now);
      setVersion(now.version);
      setFault(words.edit.stale);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isUnread = form.when.trim() !== "" && !isTime(meant);
    if (isUnread)
      return setFault(meant?.kind === "ambiguous" ? words.edit.several : words.edit.unclear);
    return void save(patchOf(task, form, meant));
  };
  return (
    <Dialog heading={words.edit.heading} closeLabel={words.edit.cancel} onClose={onClose}>
      <form className="edit" onSubmit={submit}>
        <Fields task={task} form={form} set={set} />
        {isTime(meant) && (
          <p className="edit-reading" role="status">
            {meant.reading}
          </p>
        )}
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <footer className="edit-foot">
          <button
            type="button"
            className="button"
            data-tone="danger"
            onClick={() => {
              onClose();
              void actions.remove(task);
            }}
          >
            <Trash2 size={16} aria-hidden="true" />
            {words.edit.delete}
          </button>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {words.edit.cancel}
          </button>
          <button type="submit" className="button" data-tone="main">
            {words.edit.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly task: Task;
  readonly form: Form;
  readonly set: (part: Partial<Form>) => void;
}

function Fields({ task, form, set }: FieldsProps): ReactNode {
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
      <DueNow task={task} form={form} set={set} />
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
          {edit.removeDue}
        </button>
      )}
    </p>
  );
}
