import type { Task, TaskPatch } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { ask } from "../api/call.ts";
import { ProblemError, reasonOf } from "../api/problem.ts";
import { TaskReminders } from "../reminders/task-reminders.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { DialogFoot } from "../shell/dialog-foot.tsx";
import { words } from "../words/words.ts";
import { Fields } from "./edit-fields.tsx";
import type { TaskActions } from "./task-actions.ts";
import { type Form, formOf, patchOf } from "./task-form.ts";
import { SeriesSection } from "./series.tsx";
import { putTask } from "./task-cache.ts";
import { isTime } from "./times.ts";
import { useWhen } from "./when.ts";

type Own = Pick<TaskActions, "skip" | "endSeries" | "snooze">;

interface EditProps {
  readonly task: Task;
  readonly actions: Own & Pick<TaskActions, "change" | "remove">;
  readonly onClose: () => void;
}

/** All that can be changed of a task. What is refused is said, and what was typed stays. */
export default function EditDialog({ task, actions, onClose }: EditProps): ReactNode {
  const [form, setForm] = useState(() => formOf(task));
  const [fault, setFault] = useState("");
  // What is done to it from here is known here; what is done elsewhere is said when it is saved.
  const [known, setKnown] = useState(task);
  const client = useQueryClient();
  const meant = useWhen(form.when);
  const set = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const save = async (patch: TaskPatch): Promise<void> => {
    try {
      if (Object.keys(patch).length > 0) await actions.change(known, patch);
      onClose();
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 412))
        return setFault(reasonOf(error));
      const now = await ask<Task>(`/tasks/${task.id}`);
      putTask(client, now);
      setKnown(now);
      setFault(words.edit.stale);
    }
  };
  const follow = async (acting: Promise<Task | undefined>): Promise<Task | undefined> => {
    const after = await acting;
    if (after) setKnown(after);
    return after;
  };
  const own: Own = {
    skip: (one) => follow(actions.skip(one)),
    endSeries: (one) => follow(actions.endSeries(one)),
    snooze: (one, until) => follow(actions.snooze(one, until)),
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
        <Fields task={known} form={form} set={set} meant={meant} />
        <SeriesSection task={known} actions={own} />
        <TaskReminders task={known} actions={own} />
        <DialogFoot fault={fault} onClose={onClose} act={words.edit.save}>
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
        </DialogFoot>
      </form>
    </Dialog>
  );
}
