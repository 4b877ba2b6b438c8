/** One method that one service may call on another; `:name` stands for whatever is in its place. */
export interface Call {
  readonly caller: string;
  readonly callee: string;
  readonly method: "GET" | "POST";
  readonly path: `/${string}`;
}

/**
 * Who may call what on whom. Everything else is refused twice: by the callee's sidecar, which knows the
 * caller by its certificate (`dapr/configurations`, made of this table), and by the callee itself.
 */
export const CALLS: readonly Call[] = [
  {
    caller: "reminder-service",
    callee: "chat-api",
    method: "POST",
    path: "/tasks/standing",
  },
  {
    caller: "chat-api",
    callee: "notification-service",
    method: "GET",
    path: "/inbox/:user",
  },
  {
    caller: "chat-api",
    callee: "notification-service",
    method: "POST",
    path: "/inbox/:user/:id/read",
  },
];
