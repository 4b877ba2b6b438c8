import { eventRouter } from "@todo-mesh/dapr";
import {
  atOnce,
  bearerAuth,
  type Budget,
  charge,
  createBudget,
  type Dependency,
  jsonBody,
  letGoOfStalled,
  type Logger,
  type Metrics,
  mounted,
  noSuchRoute,
  onlyOwnPath,
  problemHandler,
  type Rate,
  rateLimit,
  requestScope,
  userOf,
  type VerifyToken,
} from "@todo-mesh/kit";
import type { Clock, Invoker } from "@todo-mesh/ports";
import { meshApp, type MeshAppDeps } from "@todo-mesh/service";
import express, { type Express, type Request, type Response, Router } from "express";
import { approvalRoutes, type ApprovalRouteDeps } from "./inbound/approval-routes.ts";
import { broadcastSubscriptions } from "./inbound/broadcast.ts";
import { servedCalls } from "./inbound/calls.ts";
import { type ChatRouteDeps, chatRoutes, stopRoutes } from "./inbound/chat-routes.ts";
import { conversationRoutes, type ConversationRouteDeps } from "./inbound/conversation-routes.ts";
import { costOf, costOfAnswer, costOfBytes } from "./inbound/costs.ts";
import { docsRoutes } from "./inbound/docs-routes.ts";
import { healthRoutes } from "./inbound/health-routes.ts";
import { keyInCall } from "./inbound/mcp/tools.ts";
import { mcpRoutes, type McpRouteDeps } from "./inbound/mcp/mcp-routes.ts";
import { INBOX, inboxRoutes } from "./inbound/inbox-routes.ts";
import { pageFiles } from "./inbound/page-files.ts";
import { keptAnswers, type KeptAnswersQuota } from "./inbound/kept-answers.ts";
import { liveRoutes } from "./inbound/live-routes.ts";
import { type OwnDataDeps, ownDataRoutes } from "./inbound/own-data-routes.ts";
import { preferencesRoutes, type PreferencesRouteDeps } from "./inbound/preferences-routes.ts";
import { proxyRoutes } from "./inbound/proxy.ts";
import { REMINDERS, reminderRoutes } from "./inbound/reminder-routes.ts";
import { schemaRoutes } from "./inbound/schema-routes.ts";
import { securityHeaders } from "./inbound/security-headers.ts";
import { meRoutes, sessionRoutes, type SessionRouteDeps } from "./inbound/session-routes.ts";
import { signInRoutes, type SignInRouteDeps } from "./inbound/sign-in-routes.ts";
import { taskRoutes, type TaskRouteDeps } from "./inbound/task-routes.ts";
import { whenRoutes } from "./inbound/when-routes.ts";
import type { LiveStreams } from "./outbound/live-streams.ts";
import type { CheckTaskVersions } from "./use-cases/tasks/check-task-versions.ts";
import type { Reading } from "./use-cases/tasks/read-notification.ts";
import type { ExplainReminder } from "./use-cases/explain-reminder.ts";
import type { ParseTime } from "./use-cases/preferences/parse-time.ts";

// A hundred tasks with long notes, or a file of as many letters as are taken in one, whatever they are.
const LONG_BODY = 1_048_576;

interface DoorDeps {
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
  readonly live: LiveStreams;
}

export interface PublicDeps
  extends
    DoorDeps,
    Omit<TaskRouteDeps, "budget">,
    Omit<ConversationRouteDeps, "budget">,
    Omit<ChatRouteDeps, "budget">,
    ApprovalRouteDeps,
    PreferencesRouteDeps,
    SignInRouteDeps,
    SessionRouteDeps,
    Omit<McpRouteDeps, "budget" | "letIn">,
    Reading,
    Omit<OwnDataDeps, "budget"> {
  readonly invoker: Invoker;
  readonly when: ParseTime;
  readonly explainReminder: ExplainReminder;
  readonly verify: VerifyToken;
  readonly ready: () => Promise<readonly Dependency[]>;
  /** Where the build of the page lies, if there is one. */
  readonly pageFolder?: string | undefined;
  readonly clock: Clock;
  /** After how long whoever reads nothing of their answer is let go. */
  readonly stalledMs: number;
  /** What a person may ask for, in units of a small read. */
  readonly rate: Rate;
  readonly keptAnswers: KeptAnswersQuota;
  /** How many requests of a person run at a time, and how many more wait for those. */
  readonly atOnce: { readonly most: number; readonly mostWaiting: number };
}

/** Of one person at a time. */
const STOPS = { most: 2, mostWaiting: 8 };

/** The door for people. Behind `/api/{user_id}` a person finds their own and nothing else. */
export function buildPublicApp(deps: PublicDeps): Express {
  const budget = createBudget({ ...deps.rate, clock: deps.clock });
  const onBytes = (res: Response, bytes: number): void =>
    budget.spend(userOf(res), costOfBytes(bytes));
  const signedIn = bearerAuth(deps.verify);
  const inLine = atOnce(deps.atOnce);
  const body = jsonBody({ onBytes });
  const paid = charge(budget, costOf, costOfAnswer);
  const kept = keptAnswers(deps.keptAnswers, deps.clock, hasKey);
  const letIn = [signedIn, rateLimit(budget), inLine, body, kept];
  const own = [
    signedIn,
    onlyOwnPath(),
    rateLimit(budget),
    // A live stream lasts, so it has a limit of its own.
    liveRoutes(deps),
    // It would wait for what it is to stop.
    stopRoutes(deps, atOnce(STOPS), body, paid),
    inLine,
    kept,
    Router().use(["/tasks/batch", "/import"], jsonBody({ maxBytes: LONG_BODY, onBytes })),
    body,
    paid,
    ...ownRoutes({ ...deps, budget }),
  ];
  return express()
    .disable("x-powered-by")
    .use(requestScope(deps), letGoOfStalled({ afterMs: deps.stalledMs }), securityHeaders())
    .use(healthRoutes(deps), docsRoutes(deps), schemaRoutes())
    .use(signInRoutes(deps), pageFiles(deps.pageFolder, deps.auth))
    .use(meRoutes([signedIn, rateLimit(budget)]))
    .use(mcpRoutes({ ...deps, budget, letIn }))
    .use(mounted("/api/:user_id", ...own))
    .use(noSuchRoute(), problemHandler(deps.log));
}

/** What a person finds behind their path. */
const ownRoutes = (deps: PublicDeps & { readonly budget: Budget }): Router[] => [
  chatRoutes(deps),
  conversationRoutes(deps),
  approvalRoutes(deps),
  taskRoutes(deps),
  whenRoutes(deps),
  preferencesRoutes(deps),
  sessionRoutes(deps),
  reminderRoutes(deps),
  inboxRoutes(deps),
  proxyRoutes([...REMINDERS, ...INBOX], deps.invoker),
  ownDataRoutes(deps),
];

const hasKey = (req: Request): boolean =>
  req.get("idempotency-key") !== undefined || keyInCall(req.body) !== undefined;

export interface MeshDeps extends MeshAppDeps {
  readonly live: LiveStreams;
  readonly checkTaskVersions: CheckTaskVersions;
  readonly components: { readonly broadcast: string };
}

/** The mesh door: what is broadcast, and what reminder-service asks of tasks. */
export function buildMeshApp(deps: MeshDeps): Express {
  const subscriptions = broadcastSubscriptions(deps.live);
  const pubsub = deps.components.broadcast;
  const events = eventRouter({ pubsub, log: deps.log, subscriptions, deadLetters: false });
  return meshApp("chat-api", deps, servedCalls(deps), events);
}
