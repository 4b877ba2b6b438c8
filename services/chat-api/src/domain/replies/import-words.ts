import type { Refusal } from "@todo-mesh/contracts";

/** A language's words for what became of the entries of a file that somebody brought along. */
export interface ImportWords {
  /** Why the file is none of its format. */
  readonly noTable: string;
  readonly noCalendar: string;
  readonly tooMany: (most: number) => string;
  /** Why an entry is no task here. */
  readonly leftOut: {
    readonly tooLong: (most: number) => string;
    readonly noRow: string;
    readonly onNoTask: string;
    readonly unreadable: string;
    readonly noTask: string;
    readonly cancelled: string;
    readonly done: string;
    readonly oneDate: string;
  };
  readonly refused: (why: Pick<Refusal, "message" | "fields">) => string;
  /** What of a task is not kept as it was, each in a sentence. */
  readonly remarks: {
    readonly longTitle: string;
    readonly cutNotes: (most: number) => string;
    readonly tags: (most: number, without: readonly string[]) => string;
    readonly severalTimes: (said: string, choices: readonly string[]) => string;
    readonly noTime: (said: string) => string;
    readonly noZone: (zone: string) => string;
    readonly noDate: (said: string) => string;
    readonly noStart: string;
    readonly alarm: (said: string) => string;
    readonly once: (why: Pick<Refusal, "message" | "fields">) => string;
    readonly noTitle: string;
    readonly priority: (said: string) => string;
    readonly unclearRule: (said: string) => string;
  };
  /** What stands before that for which a task has no field, in its notes. */
  readonly notes: Readonly<Record<NoteName, string>>;
  readonly untitled: string;
}

type NoteName = "partOf" | "deadline" | "takes" | "for" | "date" | "due" | "repeats";
