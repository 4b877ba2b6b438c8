import { useState } from "react";
import { reasonOf } from "../api/problem.ts";
import { words } from "../words/words.ts";

/** Does something that may be refused: then that is said, and what was there stays as it was. */
export function useAttempt(saying: (why: string) => string = words.said.failed) {
  const [fault, setFault] = useState("");
  const [isUnderWay, setIsUnderWay] = useState(false);
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setFault("");
    setIsUnderWay(true);
    try {
      await work();
    } catch (error) {
      setFault(saying(reasonOf(error)));
    }
    setIsUnderWay(false);
  };
  return { fault, isUnderWay, attempt };
}
