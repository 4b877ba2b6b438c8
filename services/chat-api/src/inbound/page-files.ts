import { readdirSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import type { RequestHandler } from "express";
import type { AuthMode } from "../outbound/sign-in.ts";

/** Where the page has its views: its document is served there, and nowhere else. */
const VIEWS = [
  "/",
  "/chat",
  "/inbox",
  "/preferences",
  ...["today", "upcoming", "all", "done", "trash"].map((view) => `/tasks/${view}`),
];

// Nothing that the page does makes markup or script of a text. Its one policy of Trusted Types lets the name of its worker
// pass, and nothing else.
const policyFor = (auth: AuthMode): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...providerOf(auth)].join(" "),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types todo-mesh",
  ].join("; ");

// Only where the page signs people in with a provider it asks somebody else for something: a token.
const providerOf = (auth: AuthMode): string[] =>
  auth.mode === "oidc" && auth.page ? [new URL(auth.issuer).origin] : [];

const PACKED = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** The page: the files of its build by a list that is made once, each packed as its reader takes it. No folder, no page. */
export function pageFiles(folder: string | undefined, auth: AuthMode): RequestHandler {
  if (folder === undefined) return (_req, _res, next) => next();
  const root = resolve(folder);
  const files = new Set(filesIn(root));
  const policy = policyFor(auth);
  const isAsked = (name: string): boolean => files.has(name) && !/\.(br|gz)$/.test(name);

  return (req, res, next) => {
    const name = VIEWS.includes(req.path) ? "index.html" : req.path.slice(1);
    if ((req.method !== "GET" && req.method !== "HEAD") || !isAsked(name)) return next();
    const accepted = req.acceptsEncodings();
    const packed = PACKED.find(
      ([coding, end]) => accepted.includes(coding) && files.has(name + end),
    );
    const headers = {
      ...headersOf(name, policy),
      ...(packed && { "content-encoding": packed[0] }),
    };
    res.type(extname(name));
    return res.sendFile(name + (packed?.[1] ?? ""), { root, cacheControl: false, headers });
  };
}

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));

const headersOf = (name: string, policy: string) => ({
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  vary: "accept-encoding",
  // The name of an asset has a hash of what is in it.
  "cache-control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
});
