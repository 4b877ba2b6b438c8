import {
  type AsyncCommand,
  commands,
  constant,
  constantFrom,
  array,
  nat,
  record,
} from "fast-check";
import {
  hourAfter,
  movedTo,
  type Plain,
  type PlainList,
  setToHour,
  type Step,
  STEPS,
} from "./plain-list.ts";
import type { World } from "./world.ts";

type Command = AsyncCommand<PlainList, World>;

const dailyAt = (hour: number) => ({
  rule: "FREQ=DAILY",
  start: `2026-11-01T${String(hour).padStart(2, "0")}:00`,
});

/** The nth task, of those there are: of any state, so that what cannot be done is tried as well. */
const pick = ({ tasks }: PlainList, nth: number): Plain | undefined =>
  [...tasks.values()][nth % Math.max(1, tasks.size)];

const command = (
  name: string,
  run: (model: PlainList, world: World) => Promise<void>,
): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

const born = (id: string, title: string, daily: boolean, nowMs: number): Plain => ({
  id,
  title,
  status: "open",
  version: 1,
  daily,
  trashed: false,
  became: { done: 0, skipped: 0, moved: 0 },
  ...(daily && { hour: 8, dueMs: hourAfter(8, nowMs - 1), ruleMs: hourAfter(8, nowMs - 1) }),
});

const add = (title: string, daily: boolean): Command =>
  command(`add ${title}${daily ? " daily" : ""}`, async (model, world) => {
    model.begin();
    const res = await world.ask("post", "/tasks", { title, ...(daily && { repeat: dailyAt(8) }) });
    expectStatus(res, 201);
    model.add(born(res.body.id, title, daily, world.nowMs()));
  });

const rename = (nth: number, title: string): Command =>
  command(`rename ${nth} ${title}`, async (model, world) => {
    const task = pick(model, nth);
    if (!task) return;
    model.begin();
    const res = await world.ask("patch", `/tasks/${task.id}`, { title });
    expectStatus(res, task.trashed ? 404 : 200);
    if (!task.trashed) model.change(task.id, (it) => ({ ...it, title }), world.nowMs());
  });

/** What is asked of the nth task, if it comes again. */
const ofSeries = (name: string, nth: number, patchOf: (world: World) => [object, Step]): Command =>
  command(`${name} ${nth}`, async (model, world) => {
    const task = pick(model, nth);
    if (!task?.daily) return;
    model.begin();
    const [patch, step] = patchOf(world);
    const res = await world.ask("patch", `/tasks/${task.id}`, patch);
    expectStatus(res, task.trashed ? 404 : 200);
    if (!task.trashed) model.change(task.id, step, world.nowMs());
  });

const move = (nth: number, hours: number): Command =>
  ofSeries(`move by ${hours} hours`, nth, (world) => {
    const to = world.nowMs() + hours * 3_600_000;
    return [{ due: { at: new Date(to).toISOString() } }, movedTo(to)];
  });

const setHour = (nth: number, hour: number): Command =>
  ofSeries(`set to ${hour} o'clock`, nth, () => [{ repeat: dailyAt(hour) }, setToHour(hour)]);

const may = (verb: string, { trashed, daily, status }: Plain): number => {
  if (trashed && verb !== "restore") return 404;
  return verb === "skip" && (!daily || status === "done") ? 409 : 200;
};

const does = (verb: string, nth: number): Command =>
  command(`${verb} ${nth}`, async (model, world) => {
    const task = pick(model, nth);
    if (!task) return;
    model.begin();
    const path = `/tasks/${task.id}${verb === "delete" ? "" : `/${verb}`}`;
    const res = await world.ask(verb === "delete" ? "delete" : "post", path);
    expectStatus(res, may(verb, task));
    const step = STEPS[verb];
    if (res.status === 200 && step) model.change(task.id, step, world.nowMs());
  });

const batch = (parts: readonly { verb: string; nth: number }[]): Command =>
  command(`batch ${JSON.stringify(parts)}`, async (model, world) => {
    const wanted = parts.flatMap(({ verb, nth }) => {
      const task = pick(model, nth);
      return task ? [{ verb, id: task.id }] : [];
    });
    if (wanted.length === 0) return;
    model.begin();
    const operations = wanted.map(({ verb, id }) => ({ op: verb.replace("-", "_"), id }));
    const res = await world.ask("post", "/tasks/batch", { operations });
    expectStatus(res, 200);
    for (const [at, { verb, id }] of wanted.entries()) {
      const task = model.tasks.get(id);
      const step = STEPS[verb];
      if (task) expectStatus(res.body.results[at], may(verb, task));
      if (task && step && may(verb, task) === 200) model.change(id, step, world.nowMs());
    }
  });

const undo = command("undo", async (model, world) => {
  const res = await world.ask("post", "/undo");
  expectStatus(res, model.undo() ? 200 : 409);
});

const later = (hours: number): Command =>
  command(`${hours} hours later`, async (_model, world) => {
    world.api().clock.advance(hours * 3_600_000);
  });
const crash = (nth: number, by: "before" | "after"): Command =>
  command(`crash ${by} write ${nth}`, async (_model, world) => world.breakAt(nth, by));
const restart = command("restart", async (_model, world) => world.restart());

function expectStatus(res: { status: number; body?: unknown }, wanted: number): void {
  if (res.status !== wanted)
    throw new Error(
      `answered ${res.status} instead of ${wanted}: ${JSON.stringify(res.body ?? res)}`,
    );
}

const titles = constantFrom("milk", "bread", "cake");
const verbs = constantFrom(...Object.keys(STEPS));
const some = nat({ max: 6 });

/** Anything a person may do, in any order, with crashes and restarts in between. */
export const anything = commands(
  [
    record({ title: titles, daily: constantFrom(true, false) }).map(({ title, daily }) =>
      add(title, daily),
    ),
    record({ nth: some, title: titles }).map(({ nth, title }) => rename(nth, title)),
    record({ verb: verbs, nth: some }).map(({ verb, nth }) => does(verb, nth)),
    array(record({ verb: verbs, nth: some }), { minLength: 1, maxLength: 30 }).map(batch),
    record({ nth: some, hours: constantFrom(1, 7, 30, 60) }).map(({ nth, hours }) =>
      move(nth, hours),
    ),
    record({ nth: some, hour: constantFrom(5, 8, 9, 22) }).map(({ nth, hour }) =>
      setHour(nth, hour),
    ),
    constant(undo),
    constant(undo),
    constantFrom(1, 5, 12).map(later),
    record({ nth: constantFrom(1, 2), by: constantFrom("before" as const, "after" as const) }).map(
      ({ nth, by }) => crash(nth, by),
    ),
    constant(restart),
  ],
  { maxCommands: 40, size: "max" },
);
