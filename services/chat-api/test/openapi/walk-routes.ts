import type { Express } from "express";

/** What the router keeps of a path on which something is mounted. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  path?: string;
  match(path: string): boolean;
}

// Where routers may be mounted. Express keeps no path of a mounted router, but says whether an address is below it.
const MOUNTS = ["/api/:user_id"];

/** Every route of the app, as it would stand in the document: `GET /api/{user_id}/tasks`. */
export function routesOf(app: Express): string[] {
  return layersOf(app).flatMap((layer) => walk(layer, ""));
}

function walk(layer: Layer, prefix: string): string[] {
  const { route, handle } = layer;
  if (route) {
    const path = (prefix + route.path).replace(/(?<=.)\/$/, "").replaceAll(/:(\w+)/g, "{$1}");
    const methods = Object.keys(route.methods).filter((method) => method !== "_all");
    return methods.map((method) => `${method.toUpperCase()} ${path}`);
  }
  const below = handle.stack ?? [];
  return below.flatMap((inner) => walk(inner, prefix + mountOf(layer)));
}

function mountOf(layer: Layer): string {
  if (layer.match("/nowhere")) return "";
  const mount = MOUNTS.find((path) => layer.match(path));
  if (mount === undefined) throw new Error("A router is mounted where this test does not know");
  return mount;
}

// The router of an app is one itself, with its layers on its `stack`; its types do not tell.
function layersOf(app: Express): readonly Layer[] {
  const router: unknown = app.router;
  if (typeof router !== "function" || !("stack" in router)) throw new Error("No router");
  return layersIn(router.stack);
}

const layersIn = (stack: unknown): readonly Layer[] => (Array.isArray(stack) ? stack : []);
