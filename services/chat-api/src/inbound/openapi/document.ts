import { KeptVerb, oneOfToday } from "@todo-mesh/contracts";
import { legible } from "@todo-mesh/contracts/documents";
import { createDocument, type ZodOpenApiOverrideContext } from "zod-openapi";
import { CATALOGUE } from "../../domain/actions/all.ts";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import { INBOX, INBOX_OPERATIONS } from "../inbox-routes.ts";
import { REMINDER_OPERATIONS, REMINDERS } from "../reminder-routes.ts";
import { operationsOf } from "../proxy.ts";
import { APPROVAL_OPERATIONS } from "./approval-operations.ts";
import { CHAT_OPERATIONS } from "./chat-operations.ts";
import { byToken, open, own } from "./describe.ts";
import { DOOR_OPERATIONS, TOKEN_OPERATIONS } from "./door-operations.ts";
import { JOURNAL_OPERATIONS } from "./journal-operations.ts";
import { LIVE_OPERATIONS } from "./live-operations.ts";
import { MCP_OPERATIONS } from "./mcp-operations.ts";
import { OWN_DATA_OPERATIONS } from "./own-data-operations.ts";
import { PREFERENCES_OPERATIONS } from "./preferences-operations.ts";
import { taskOperations } from "./task-operations.ts";
import { WHEN_OPERATIONS } from "./when-operations.ts";

const ABOUT = `Tell an assistant what you must not forget: the mesh keeps the list, and speaks up in time.

Everything below \`/api/{user_id}\` takes a bearer token, whose \`sub\` is the \`{user_id}\`; on one machine \`make token USER=ada\` signs one.

- JSON in, JSON out. Fields that are not named here are refused in a request; an answer may have more of them.
- Errors are problems of RFC 9457; \`type\` tells the kind. A method that a path does not have is a 405.
- Every answer has an \`x-trace-id\`: tell it when you report a fault.`;

const TAGS = [
  { name: "Tasks", description: "What is to be done." },
  { name: "Journal", description: "Who changed what, and taking it back." },
  { name: "Chat", description: "The assistant." },
  { name: "Time", description: "What a phrase or a rule means." },
  { name: "Preferences", description: "What a person has chosen for good." },
  { name: "Reminders", description: "What will ring, what rang, and why." },
  { name: "Inbox", description: "What was announced." },
  { name: "Live", description: "What happens, as it happens." },
  { name: "Own data", description: "Take it along, or be rid of it." },
  { name: "Tools", description: "For assistants of others." },
  { name: "About", description: "This service itself; most of it is open to everyone." },
];

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The public API as an OpenAPI document, from the schemas and the actions that the routes themselves go by. */
export function openApiDocument(actions: Catalogue = CATALOGUE): OpenApiDocument {
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Todo Mesh",
        version: "0.1.0",
        description: ABOUT,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/", description: "This service" }],
      security: [{ bearer: [] }],
      tags: TAGS,
      paths: {
        ...own("Tasks", taskOperations(actions)),
        ...own("Journal", JOURNAL_OPERATIONS),
        ...own("Chat", { ...CHAT_OPERATIONS, ...APPROVAL_OPERATIONS }),
        ...own("Time", WHEN_OPERATIONS),
        ...own("Preferences", PREFERENCES_OPERATIONS),
        ...own("Reminders", { ...operationsOf(REMINDERS), ...REMINDER_OPERATIONS }),
        ...own("Inbox", { ...operationsOf(INBOX), ...INBOX_OPERATIONS }),
        ...own("Live", LIVE_OPERATIONS),
        ...own("Own data", OWN_DATA_OPERATIONS),
        ...byToken("Tools", MCP_OPERATIONS),
        ...open("About", DOOR_OPERATIONS),
        ...byToken("About", TOKEN_OPERATIONS),
      },
      components: {
        securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      },
    },
    { override: (context) => tolerant(context, actions) },
  );
}

// Answers grow: whoever reads them passes over what is new.
function tolerant(context: ZodOpenApiOverrideContext, { verbs }: Catalogue): void {
  legible(context);
  const { io, jsonSchema, zodSchema } = context;
  if (zodSchema === KeptVerb) Object.assign(jsonSchema, oneOfToday(verbs).meta());
  if (io === "output" && jsonSchema.additionalProperties === false)
    delete jsonSchema.additionalProperties;
}
