import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { whyNoCluster } from "../src/machine.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "machine-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function install(...programs: readonly string[]): void {
  for (const program of programs) {
    writeFileSync(join(folder, program), "");
    chmodSync(join(folder, program), 0o755);
  }
}

test("whoever is not root is told so, and nothing else", () => {
  expect(whyNoCluster({ PATH: folder }, 1_000)).toMatch(/^A cluster takes root, /);
});

test("what is missing is named by the packages that bring it, in one line to be typed", () => {
  install("containerd", "runc", "ip", "nsenter", "openssl");
  const why = whyNoCluster({ PATH: folder }, 0);
  expect(why).toMatch(/apt-get install --no-install-recommends conntrack iptables buildah/);
  expect(why).not.toMatch(/containerd |runc|openssl|iproute2/);
});
