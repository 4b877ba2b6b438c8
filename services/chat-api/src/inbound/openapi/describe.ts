import { UserId } from "@todo-mesh/contracts";
import { z } from "zod";
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiParameters,
  ZodOpenApiPathsObject,
} from "zod-openapi";
import { answersOf } from "./answers.ts";
import type { Operation, Operations } from "./operation.ts";

const OWN = "/api/{user_id}";

const IN_PATH: Readonly<Record<string, z.ZodType>> = {
  user_id: UserId,
  id: z.uuid().meta({ examples: ["019aab2a-5bf2-7e61-8c2d-0a1b2c3d4e5f"] }),
  file: z.string().meta({ examples: ["swagger-ui.css"] }),
  type: z.string().meta({ examples: ["todo.task.created.v1"] }),
};

interface Place {
  readonly tag: string;
  readonly prefix: "" | typeof OWN;
  readonly isOpen: boolean;
}

/** The paths of what a person finds behind `/api/{user_id}`. */
export const own = (tag: string, operations: Operations): ZodOpenApiPathsObject =>
  pathsOf(operations, { tag, prefix: OWN, isOpen: false });

/** The paths of what stands open to everyone. */
export const open = (tag: string, operations: Operations): ZodOpenApiPathsObject =>
  pathsOf(operations, { tag, prefix: "", isOpen: true });

/** The paths elsewhere of what a person finds by their token alone. */
export const byToken = (tag: string, operations: Operations): ZodOpenApiPathsObject =>
  pathsOf(operations, { tag, prefix: "", isOpen: false });

function pathsOf(operations: Operations, place: Place): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [route, operation] of Object.entries(operations)) {
    const [method = "", below = ""] = route.split(" ");
    const path = place.prefix + (below === "/" ? "" : below);
    paths[path] = { ...paths[path], [method.toLowerCase()]: told(operation, path, place) };
  }
  return paths;
}

function told(operation: Operation, path: string, place: Place): ZodOpenApiOperationObject {
  const { id, summary, about, deprecated, body } = operation;
  return {
    tags: [place.tag],
    operationId: id,
    summary,
    ...(about !== undefined && { description: about }),
    ...(deprecated && { deprecated }),
    ...(place.isOpen && { security: [] }),
    requestParams: parametersOf(operation, path),
    ...(body && {
      requestBody: {
        required: body.optional !== true,
        content: { "application/json": { schema: body.schema } },
      },
    }),
    responses: answersOf(operation, !place.isOpen),
  };
}

function parametersOf({ query, headers }: Operation, path: string): ZodOpenApiParameters {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const inPath = z.object(
    Object.fromEntries(names.map((name) => [name, IN_PATH[name] ?? z.never()])),
  );
  return { path: inPath, ...(query && { query }), ...(headers && { header: headers }) };
}
