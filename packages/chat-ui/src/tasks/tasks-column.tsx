import { CheckCheck, Search } from "lucide-react";
import { memo, type ReactNode, useMemo, useState } from "react";
import { Link } from "wouter";
import { reasonOf } from "../api/problem.ts";
import { ICONS } from "../shell/icons.ts";
import { words } from "../words/words.ts";
import { QuickAdd } from "./quick-add.tsx";
import { useSelection } from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useSeveral } from "./several.ts";
import type { Bucket, Tasks } from "./task-cache.ts";
import { TaskList } from "./task-list.tsx";
import type { RowActions } from "./row-actions.ts";
import { useTasks } from "./use-tasks.ts";
import { groupsOf, searched, type View, VIEWS } from "./views.ts";

interface ColumnProps {
  readonly view: View;
  readonly now: Date;
  readonly actions: Omit<RowActions, "beginRename" | "select">;
}

const NONE: Tasks = new Map();
const bucketOf = (view: View): Bucket => (view === "done" || view === "trash" ? view : "open");

/** The list of a view, and what one does with it as a whole: add, search. An answer that grows beside it draws none of it. */
export const TasksColumn = memo(({ view, now, actions }: ColumnProps): ReactNode => {
  const [query, setQuery] = useState("");
  const { data = NONE, error, isPending, isFetching, refetch } = useTasks(bucketOf(view));
  const groups = useMemo(
    () => groupsOf(view, searched([...data.values()], query), now),
    [view, data, query, now],
  );
  const shown = useMemo(() => groups.flatMap(({ tasks }) => tasks), [groups]);
  const selection = useSelection(view, shown);
  const several = useSeveral();
  const count = shown.length;
  return (
    <section className="column" id="main" tabIndex={-1} aria-label={words.views[view]}>
      <header className="head">
        <div className="head-line">
          <h2 className="head-title">{words.views[view]}</h2>
          <span className="head-count">{count > 0 && !isFetching && words.list.count(count)}</span>
          <span className="grow" />
          {count > 0 && !selection.isOn && <SelectButton begin={selection.begin} />}
          <SearchField query={query} setQuery={setQuery} />
        </div>
        <ViewPills view={view} />
        {selection.isOn ? (
          <SelectionBar bucket={bucketOf(view)} selection={selection} several={several} />
        ) : (
          bucketOf(view) === "open" && <QuickAdd add={actions.add} />
        )}
      </header>
      <Shown {...{ view, query, count, error, isPending }} again={() => void refetch()} />
      {count > 0 && (
        <TaskList
          key={view}
          label={words.views[view]}
          {...{ groups, now, actions, several, selection }}
        />
      )}
    </section>
  );
});

interface ShownProps {
  readonly view: View;
  readonly query: string;
  readonly count: number;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly again: () => void;
}

/** What stands in the place of a list that is not there, or not yet. */
function Shown({ view, query, count, error, isPending, again }: ShownProps): ReactNode {
  if (error)
    return (
      <p className="fault padded" role="alert">
        {words.list.failed(reasonOf(error))}{" "}
        <button type="button" className="link" onClick={again}>
          {words.list.again}
        </button>
      </p>
    );
  if (isPending) return <Ghosts />;
  return count === 0 && <Empty view={view} query={query} />;
}

const SelectButton = ({ begin }: { readonly begin: () => void }): ReactNode => (
  <button
    type="button"
    className="icon-button"
    aria-label={words.list.selectSome}
    title={words.list.selectSome}
    onClick={begin}
  >
    <CheckCheck size={18} aria-hidden="true" />
  </button>
);

interface SearchProps {
  readonly query: string;
  readonly setQuery: (query: string) => void;
}

const SearchField = ({ query, setQuery }: SearchProps): ReactNode => (
  <label className="search">
    <Search size={15} aria-hidden="true" />
    <span className="sr">{words.list.searchTasks}</span>
    <input
      id="search"
      type="search"
      placeholder={words.list.search}
      value={query}
      onChange={(event) => setQuery(event.target.value)}
    />
  </label>
);

/** The views on a phone, where there is no place for them at the side. */
const ViewPills = ({ view }: Pick<ColumnProps, "view">): ReactNode => (
  <nav className="view-pills" aria-label={words.nav.tasks}>
    {VIEWS.map((each) => (
      <Link
        key={each}
        href={`/tasks/${each}`}
        className="view-pill"
        aria-current={each === view ? "page" : undefined}
      >
        {words.views[each]}
      </Link>
    ))}
  </nav>
);

const Ghosts = (): ReactNode => (
  <div className="ghosts" aria-busy="true" role="status" aria-label={words.list.loading}>
    {Array.from({ length: 8 }, (_, at) => (
      <i key={at} />
    ))}
  </div>
);

function Empty({ view, query }: { readonly view: View; readonly query: string }): ReactNode {
  const Icon = ICONS[view];
  return (
    <div className="empty">
      <Icon size={28} aria-hidden="true" />
      <p>{query.trim() ? words.empty.search(query.trim()) : words.empty[view]}</p>
    </div>
  );
}
