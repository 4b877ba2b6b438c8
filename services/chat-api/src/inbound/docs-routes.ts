import { createRequire } from "node:module";
import { dirname } from "node:path";
import { otherMethods } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { type RequestHandler, Router } from "express";
import { PAGE, POLICY, START } from "./docs-page.ts";
import type { Catalogue } from "../domain/actions/catalogue.ts";
import { fixedJson, sendFixed } from "./fixed-json.ts";

const require = createRequire(import.meta.url);
const SWAGGER_UI = dirname(require.resolve("swagger-ui-dist/package.json"));
const FROM_SWAGGER_UI = new Set(["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"]);

/** `/openapi.json`, and `/docs` to read and try it: open to everyone, for they say nothing of anyone. */
export function docsRoutes({ actions }: { readonly actions: Catalogue }): Router {
  const router = Router();
  router.route("/openapi.json").get(document(actions)).all(otherMethods());
  router.route("/docs").get(page).all(otherMethods());
  router.route("/docs/:file").get(file).all(otherMethods());
  return router;
}

// Loaded and made when it is first asked for: a service that nobody reads about starts sooner, and smaller.
function document(actions: Catalogue): RequestHandler {
  let fixed: ReturnType<typeof fixedJson> | undefined;
  return async (_req, res) => {
    const { openApiDocument } = await import("./openapi/document.ts");
    sendFixed(res, (fixed ??= fixedJson(openApiDocument(actions))));
  };
}

const page: RequestHandler = (_req, res) => {
  res.set("content-security-policy", POLICY).type("html").send(PAGE);
};

const file: RequestHandler<{ file: string }> = (req, res) => {
  const name = req.params.file;
  if (name === "start.js") res.type("js").send(START);
  else if (FROM_SWAGGER_UI.has(name)) res.sendFile(name, { root: SWAGGER_UI, maxAge: "1h" });
  else throw new AppError("not-found", "There is no such file");
};
