import { PageConfig, Session, SignInRequest, TokenOwner } from "@todo-mesh/contracts";
import { z } from "zod";
import type { Operations } from "./operation.ts";

const Alive = z
  .object({
    alive: z.literal(true),
    zone_data: z.string().meta({ description: "The edition of the IANA time zone data." }),
  })
  .meta({ examples: [{ alive: true, zone_data: "2026a" }] });
const Ready = z.object({ ready: z.boolean() }).meta({ examples: [{ ready: true }] });
const Schema = z.looseObject({ $schema: z.url(), $id: z.string() });
const SchemaIndex = z
  .object({ items: z.array(z.object({ type: z.string(), href: z.string() })) })
  .meta({
    examples: [
      { items: [{ type: "todo.task.created.v1", href: "/schemas/todo.task.created.v1.json" }] },
    ],
  });

/** What stands open to everyone. */
export const DOOR_OPERATIONS: Operations = {
  "GET /healthz": {
    id: "alive",
    summary: "Is it alive?",
    answers: { 200: { about: "It is.", json: Alive } },
  },
  "GET /readyz": {
    id: "ready",
    summary: "Is it ready?",
    answers: {
      200: { about: "It is ready.", json: Ready },
      503: { about: "Something it needs is away.", json: Ready },
    },
  },
  "GET /config.json": {
    id: "pageConfig",
    summary: "What the page must know before anybody is signed in",
    answers: { 200: { about: "How people sign in here.", json: PageConfig } },
  },
  "POST /sign-in": {
    id: "signIn",
    summary: "Sign the page in",
    about:
      "On one machine only (`AUTH_MODE=dev`), and only from the page itself. The `code` of a link counts once and for ten minutes; with the `renewal` of a session the page gets its next token.",
    body: { schema: SignInRequest },
    answers: { 200: { about: "The session.", json: Session } },
    problems: ["unauthenticated", "forbidden", "not-found", "invalid"],
  },
  "GET /openapi.json": {
    id: "openApi",
    summary: "This document",
    answers: { 200: { about: "OpenAPI 3.1.", json: z.looseObject({ openapi: z.string() }) } },
  },
  "GET /docs": {
    id: "docs",
    summary: "A page to read and try the API",
    answers: { 200: { about: "The page.", text: { "text/html": {} } } },
  },
  "GET /docs/{file}": {
    id: "docsFile",
    summary: "What that page is made of",
    answers: {
      200: {
        about: "A script, a style sheet or a picture.",
        text: { "text/javascript": {}, "text/css": {}, "image/png": {} },
      },
    },
    problems: ["not-found"],
  },
  "GET /schemas": {
    id: "listSchemas",
    summary: "The events of the mesh",
    answers: { 200: { about: "Each type with the address of its schema.", json: SchemaIndex } },
  },
  "GET /schemas/{type}.json": {
    id: "readSchema",
    summary: "The JSON Schema of an event",
    about: "Of the whole CloudEvent, as it lies on its topic.",
    answers: { 200: { about: "JSON Schema 2020-12.", json: Schema } },
    problems: ["not-found"],
  },
};

/** What is told of a token to whoever brings it. */
export const TOKEN_OPERATIONS: Operations = {
  "GET /me": {
    id: "tokenOwner",
    summary: "Whom a token speaks for",
    about:
      "For clients of a sign-in provider, which need not read their access token: the `{user_id}` of all paths below `/api`.",
    answers: { 200: { about: "The owner of the token.", json: TokenOwner } },
  },
};
