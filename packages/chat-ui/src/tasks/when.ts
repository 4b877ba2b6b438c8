import type { WhenAnswer } from "@todo-mesh/contracts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../api/call.ts";
import { zone } from "../preferences/writing.ts";

const SETTLES_MS = 150;

/** What a sentence means, said now in this browser's zone. */
export const readWhen = (text: string, signal?: AbortSignal): Promise<WhenAnswer> =>
  ask<WhenAnswer>("/when", { method: "POST", body: { text, timezone: zone }, signal });

/** What was typed means, once the typing rests. */
export function useWhen(text: string): WhenAnswer | undefined {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    queryKey: ["when", settled],
    queryFn: ({ signal }) => readWhen(settled, signal),
    enabled: settled !== "",
    staleTime: 60_000,
    gcTime: 60_000,
  });
  return settled === text.trim() ? data : undefined;
}
