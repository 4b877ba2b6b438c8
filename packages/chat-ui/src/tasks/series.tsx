import type { OccurrencesAnswer, Task } from "@todo-mesh/contracts";
import { useQuery } from "@tanstack/react-query";
import { CircleStop, Repeat, SkipForward } from "lucide-react";
import type { ReactNode } from "react";
import { ask } from "../api/call.ts";
import { language, words } from "../words/words.ts";
import { sayWall } from "./dates.ts";
import type { TaskActions } from "./task-actions.ts";

type Series = NonNullable<Task["repeat"]>;

interface SeriesProps {
  readonly task: Task;
  readonly actions: Pick<TaskActions, "skip" | "endSeries">;
}

/** How a task comes again: its rule in words, its next dates, and what became of those before. */
export function SeriesSection({ task, actions }: SeriesProps): ReactNode {
  const { series: said } = words;
  const { repeat } = task;
  const { data } = useNextDates(task);
  if (!repeat) return null;
  const isFromCompletion = repeat.from === "completion";
  return (
    <section className="details" aria-label={said.heading}>
      <header className="details-head">
        <h3>
          <Repeat size={15} aria-hidden="true" />{" "}
          <span dir="auto">{data?.reading ?? said.heading}</span>
        </h3>
      </header>
      {isFromCompletion && <p className="quiet">{said.fromCompletion}</p>}
      {data && !isFromCompletion && <NextDates items={data.items} isAllDay={isAllDay(repeat)} />}
      <Past task={task} />
      <p className="details-foot">
        <button type="button" className="link" onClick={() => void actions.skip(task)}>
          <SkipForward size={14} aria-hidden="true" /> {said.skip}
        </button>
        <button type="button" className="link" onClick={() => void actions.endSeries(task)}>
          <CircleStop size={14} aria-hidden="true" /> {said.end}
        </button>
      </p>
    </section>
  );
}

interface NextDatesProps {
  readonly items: OccurrencesAnswer["items"];
  readonly isAllDay: boolean;
}

/** The dates ahead, as the wall has them where the series is at home. */
const NextDates = ({ items, isAllDay: isWhole }: NextDatesProps): ReactNode => (
  <ol className="next-dates" aria-label={words.series.next}>
    {items.map(({ at, local }) => (
      <li key={at}>{sayWall(isWhole ? local.slice(0, 10) : local)}</li>
    ))}
  </ol>
);

/** How many of its dates were done and left out, and which last. */
function Past({ task: { occurrences } }: { readonly task: Task }): ReactNode {
  const { series: said } = words;
  if (!occurrences || occurrences.recent.length === 0) return null;
  return (
    <p className="quiet">
      {said.past(occurrences.done, occurrences.skipped)}{" "}
      {occurrences.recent
        .filter(({ state }) => Object.hasOwn(said.states, state))
        .map(({ state, occurrence: { local } }) =>
          said.lately(sayWall(local.slice(0, 10)), said.states[state as keyof typeof said.states]),
        )
        .join(", ")}
    </p>
  );
}

const isAllDay = ({ start }: Series): boolean => start.length === 10;

/** The dates from the one on that is to be done next, with the rule in words. */
function useNextDates({ id, version, repeat, due }: Task) {
  return useQuery({
    queryKey: ["series", id, version],
    enabled: repeat !== undefined,
    queryFn: async ({ signal }) => {
      if (!repeat) throw new Error("A task that comes once has no dates");
      const { rule, start, timezone, exdates, rdates } = repeat;
      const after = firstOf(due);
      return ask<OccurrencesAnswer>("/when/occurrences", {
        method: "POST",
        signal,
        body: {
          rule,
          start,
          timezone,
          preferences: { locale: language },
          ...(after !== undefined && { after }),
          ...(exdates && { exdates }),
          ...(rdates && { rdates }),
        },
      });
    },
  });
}

// A date that was moved is that date still, at its own place in the series.
function firstOf(due: Task["due"]): string | undefined {
  if (!due) return undefined;
  const at = due.occurrence?.at ?? ("at" in due ? due.at : due.begins_at);
  return new Date(Date.parse(at) - 1_000).toISOString();
}
