import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { layOutApp } from "../src/app.ts";
import { closureOf } from "../src/closure.ts";

let place: string;
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "images-")));
});
afterEach(() => rmSync(place, { recursive: true }));

const at = (path: string): string => join(place, "checkout", path);
function file(path: string, text = ""): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
function pkg(folder: string, manifest: object): void {
  file(`${folder}/package.json`, JSON.stringify({ version: "1.0.0", ...manifest }));
}
function link(path: string, target: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  symlinkSync(target, at(path));
}

/** A checkout as pnpm lays it out: a service that needs a package of ours, which needs one from outside. */
function aCheckout(): void {
  pkg("services/app", {
    name: "app",
    dependencies: { "@x/ours": "workspace:*" },
    devDependencies: { jest: "1" },
  });
  for (const name of ["main.js", "main.js.map", "main.d.ts"])
    file(`services/app/dist/src/${name}`, "import '@x/ours'");
  file("services/app/dist/test/main.test.js");
  file("services/app/src/main.ts");
  link("services/app/node_modules/@x/ours", "../../../../packages/ours");
  link("services/app/node_modules/jest", "../../../node_modules/.pnpm/jest@1/node_modules/jest");
  pkg("packages/ours", { name: "@x/ours", dependencies: { far: "1" } });
  file("packages/ours/dist/src/index.js");
  link("packages/ours/node_modules/far", "../../../node_modules/.pnpm/far@1/node_modules/far");
  pkg("node_modules/.pnpm/far@1/node_modules/far", {
    name: "far",
    license: "MIT",
    dependencies: { near: "1" },
    peerDependencies: { absent: "1" },
  });
  for (const name of ["index.js", "index.js.map", "index.d.ts", "README.md", "LICENSE.md"])
    file(`node_modules/.pnpm/far@1/node_modules/far/${name}`, name);
  link("node_modules/.pnpm/far@1/node_modules/near", "../../near@1/node_modules/near");
  pkg("node_modules/.pnpm/near@1/node_modules/near", { name: "near", dependencies: { far: "1" } });
  link("node_modules/.pnpm/near@1/node_modules/far", "../../far@1/node_modules/far");
  pkg("node_modules/.pnpm/jest@1/node_modules/jest", { name: "jest" });
  // Hoisted for the tools of the checkout: nobody asked for it here.
  pkg("node_modules/.pnpm/node_modules/absent", { name: "absent" });
}

const layOut = (into: string): void =>
  layOutApp({ name: "app", folder: "services/app" }, into, {
    root: join(place, "checkout"),
    version: "1.2.3",
    revision: "abc",
    debian: [{ name: "libc6", version: "2.36-9+deb12u1" }],
  });
/** Links are listed, and not followed. */
const filesOf = (folder: string, inside = ""): string[] =>
  readdirSync(join(folder, inside), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(inside, entry.name);
      return entry.isDirectory() ? filesOf(folder, path) : [path];
    })
    .toSorted();

test("an image holds what was compiled and what it needs at run time: no tests, no sources, no tools, no manuals", () => {
  aCheckout();
  const app = join(place, "app");
  layOut(app);
  expect(filesOf(app)).toEqual([
    "main.js",
    "node_modules/.pnpm/far@1/node_modules/far/LICENSE.md",
    "node_modules/.pnpm/far@1/node_modules/far/index.js",
    "node_modules/.pnpm/far@1/node_modules/far/package.json",
    "node_modules/.pnpm/far@1/node_modules/near",
    "node_modules/.pnpm/near@1/node_modules/far",
    "node_modules/.pnpm/near@1/node_modules/near/package.json",
    "package.json",
    "packages/ours/dist/src/index.js",
    "packages/ours/node_modules/far",
    "packages/ours/package.json",
    "sbom.cdx.json",
    "services/app/dist/src/main.js",
    "services/app/node_modules/@x/ours",
    "services/app/package.json",
  ]);
});

test("packages find each other there as they do in the checkout", () => {
  aCheckout();
  const app = join(place, "app");
  layOut(app);
  expect(realpathSync(join(app, "services/app/node_modules/@x/ours"))).toBe(
    join(app, "packages/ours"),
  );
  expect(realpathSync(join(app, "packages/ours/node_modules/far"))).toBe(
    join(app, "node_modules/.pnpm/far@1/node_modules/far"),
  );
});

test("it lists its parts, and lists them the same each time", () => {
  aCheckout();
  const [one, other] = ["one", "other"].map((name) => {
    layOut(join(place, name));
    return readFileSync(join(place, name, "sbom.cdx.json"), "utf8");
  });
  expect(one).toBe(other);
  expect(JSON.parse(one ?? "")).toMatchObject({
    bomFormat: "CycloneDX",
    metadata: { component: { name: "app", version: "1.2.3" } },
    components: [
      { purl: "pkg:deb/debian/libc6@2.36-9%2Bdeb12u1" },
      { name: "node" },
      { purl: "pkg:npm/far@1.0.0", licenses: [{ expression: "MIT" }] },
      { purl: "pkg:npm/near@1.0.0" },
    ],
  });
});

test("a dependency that is not installed is named", () => {
  pkg("services/app", { name: "app", dependencies: { gone: "1" } });
  expect(() => closureOf(at("services/app"), join(place, "checkout"))).toThrow(
    "app needs gone, which is not installed",
  );
});
