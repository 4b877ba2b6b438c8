import { access } from "node:fs/promises";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { goPart } from "../src/go.ts";
import { ensureMade } from "../src/part.ts";
import { fakeTools } from "./fake-tools.ts";

// Puts a file where it is told to, as Go does.
const GO = `
[ "$1 $2" = "list -m" ] && exit 0
echo "go $*" >> "$CALLS"
while [ $# -gt 0 ]; do [ "$1" = "-o" ] && touch "$2"; shift; done`;

let machine: Awaited<ReturnType<typeof fakeTools>>;
let module: string;
beforeEach(async () => {
  machine = await fakeTools();
  await machine.install("go", GO);
  module = await mkdtemp(join(tmpdir(), "module-"));
  for (const file of ["go.mod", "go.sum"]) await writeFile(join(module, file), file);
});
afterEach(async () => {
  await machine.remove();
  await rm(module, { recursive: true });
});

const programs = {
  helm: { source: "helm.sh/helm", ldflags: "-X v=1" },
  helm3: { source: "helm.sh/v3" },
};
const ensure = async () => {
  const part = await goPart({ title: "Two Helms", module, programs }, machine.env);
  await ensureMade([part], { env: machine.env, report: () => undefined });
  return part;
};

test("each program of a module is built under its own name, once", async () => {
  const part = await ensure();
  await Promise.all([access(part.program("helm")), access(part.program("helm3"))]);
  expect(part.program("helm")).toMatch(/\/todo-mesh\/two-helms-[0-9a-f]{12}\/helm$/);
  await ensure();
  const calls = await machine.calls();
  expect(calls).toHaveLength(2);
  expect(calls[0]).toMatch(
    /^go build -v -trimpath .* -ldflags -s -w -X v=1 -o \S+\/helm helm\.sh\/helm$/,
  );
});

test("another version of the module is another folder", async () => {
  const before = await ensure();
  await writeFile(join(module, "go.sum"), "newer");
  expect((await ensure()).folder).not.toBe(before.folder);
});
