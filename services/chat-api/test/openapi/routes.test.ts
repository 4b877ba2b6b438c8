import { expect, test } from "@jest/globals";
import { Router } from "express";
import { buildPublicApp } from "../../src/app.ts";
import { openApiDocument } from "../../src/inbound/openapi/document.ts";
import { aChatApi } from "../a-chat-api.ts";
import { routesOf } from "./walk-routes.ts";

const METHODS = new Set(["get", "head", "post", "put", "patch", "delete"]);

function documented(): string[] {
  return Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => METHODS.has(key))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

test("every route is in the document, and the document has no other", async () => {
  const { app } = await aChatApi();
  const routes = routesOf(app);
  expect(routes).toContain("PATCH /api/{user_id}/tasks/{id}");
  expect(documented().toSorted()).toEqual(routes.toSorted());
});

test("a route that nobody wrote down is seen, wherever it is mounted", async () => {
  const { publicDeps } = await aChatApi();
  const app = buildPublicApp(publicDeps);
  app.get("/secret", (_req, res) => void res.end());
  app.use(
    "/api/:user_id",
    Router().post("/hidden/:id", (_req, res) => void res.end()),
  );
  expect(routesOf(app).filter((route) => !documented().includes(route))).toEqual([
    "GET /secret",
    "POST /api/{user_id}/hidden/{id}",
  ]);
  app.use(
    "/elsewhere",
    Router().get("/", (_req, res) => void res.end()),
  );
  expect(() => routesOf(app)).toThrow("mounted where this test does not know");
});

test("each operation has a name of its own", () => {
  const ids = Object.values(openApiDocument().paths ?? {}).flatMap((item) =>
    [item.get, item.head, item.post, item.patch, item.delete].flatMap(
      (operation) => operation?.operationId ?? [],
    ),
  );
  expect(ids).toHaveLength(documented().length);
  expect(new Set(ids).size).toBe(ids.length);
});
