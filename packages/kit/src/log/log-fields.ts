/**
 * What a log line may carry beside its message. A name that is not here does not get out, and
 * nothing a person wrote (titles, messages, addresses, search words) belongs here, nor any secret.
 */
const FIELD_NAMES = [
  // the process and its parts
  "part",
  "mode",
  "host",
  "port",
  "pid",
  "exit_code",
  "signal",
  "reason",
  "state",
  // a request, and calls to others
  "method",
  "route",
  "status",
  "app",
  "component",
  "operation",
  "code",
  "kind",
  "issuer",
  // whom and what it is about: ids only
  "user_id",
  "task_id",
  "reminder_id",
  "occurrence_id",
  "notification_id",
  "change_id",
  "conversation_id",
  "turn_id",
  "event_id",
  "key",
  "version",
  // events, jobs, timers
  "event_type",
  "topic",
  "pubsub",
  "verdict",
  "job",
  "timer",
  "generation",
  "writer",
  "lease",
  "shard",
  "bucket",
  "watermark",
  "from",
  "to",
  "due_at",
  "next_at",
  // figures, their unit in the name where there is one
  "count",
  "total",
  "pending",
  "failed",
  "skipped",
  "size_bytes",
  "attempt",
  "tries",
  "duration_ms",
  "delay_ms",
  "timeout_ms",
  "late_ms",
  "waited_ms",
  "age_ms",
  // what went wrong
  "error",
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];
export type LogFields = { readonly [Name in FieldName]?: unknown };

const ALLOWED: ReadonlySet<string> = new Set(FIELD_NAMES);

export const isAllowedField = (name: string): name is FieldName => ALLOWED.has(name);
