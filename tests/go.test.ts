import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { execa } from "execa";

const MODULE = fileURLToPath(new URL("../tools/runtime/dapr/", import.meta.url));
const GO = "go";
const PACKAGES = ["./cmd/scheduler", "github.com/eapache/go-resiliency/breaker"];

test("what we changed of Dapr's processes passes the tests beside it, in Go", async () => {
  const args = ["test", "-trimpath", "-buildvcs=false", "-mod=readonly", ...PACKAGES];
  const env = { CGO_ENABLED: "0", GOWORK: "off" };
  const { all, exitCode } = await execa(GO, args, { cwd: MODULE, env, all: true, reject: false });
  expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
}, 300_000);
