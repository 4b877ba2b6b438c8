import type { ErrorKind } from "@todo-mesh/ports";
import type { z } from "zod";

type Method = "GET" | "HEAD" | "POST" | "PATCH" | "PUT" | "DELETE";

/** What one route does, as the document tells it. What holds for many of them is added by `describe`. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly about?: string;
  /** It is there for callers of before. */
  readonly deprecated?: true;
  readonly query?: z.ZodObject;
  /** Headers that it honours. */
  readonly headers?: z.ZodObject;
  readonly body?: Body;
  readonly answers: Readonly<Record<number, Answer>>;
  /** What it refuses of its own, beside what every route does. */
  readonly problems?: readonly ErrorKind[];
}

interface Body {
  readonly schema: z.ZodType;
  /** Left out means an empty one. */
  readonly optional?: boolean;
}

export interface Answer {
  readonly about: string;
  readonly headers?: z.ZodObject;
  readonly json?: z.ZodType;
  /** Another form of the same, by its media type. */
  readonly text?: Readonly<Record<string, Text>>;
}

/** An answer that is not JSON. */
export interface Text {
  readonly example?: object | string;
  /** What a stream may say: the names of its events, and the data of each. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
}

/** Routes by method and path, as they are mounted: `GET /tasks/{id}`. */
export type Operations = Readonly<Record<`${Method} /${string}`, Operation>>;
