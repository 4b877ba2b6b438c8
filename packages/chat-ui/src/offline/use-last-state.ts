import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Tasks, tasksKey } from "../tasks/task-cache.ts";
import { keepLast } from "./last-state.ts";

const RESTS_MS = 2_000;

/** Keeps what is shown while the mesh is reached, once it rests. */
export function useLastState(user: string, isConnected: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isConnected) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      const tasks = client.getQueryData<Tasks>(tasksKey("open"));
      if (tasks) void keepLast({ user, at: new Date(), tasks: [...tasks.values()] });
    };
    const stop = client.getQueryCache().subscribe(({ type, query }) => {
      // Half a list is not what was seen.
      const isWhole = query.queryHash === LIST && query.state.fetchStatus === "idle";
      if (type !== "updated" || !isWhole) return;
      clearTimeout(timer);
      timer = setTimeout(keep, RESTS_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, user, isConnected]);
}

const LIST = JSON.stringify(tasksKey("open"));
