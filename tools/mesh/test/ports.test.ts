import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "@jest/globals";
import { nearPorts, privatePorts } from "../src/plan/ports.ts";

test("a port that is taken is passed over for the next free one, and none is given out twice", async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : 0;
  const choose = nearPorts();
  const ports = [await choose(taken), await choose(taken), await choose(taken)];
  server.close();
  expect(new Set([taken, ...ports]).size).toBe(4);
  expect(Math.min(...ports)).toBeGreaterThan(taken);
});

test("two private meshes have no port in common, nor one that outgoing connections use", async () => {
  const [one, other] = [await privatePorts(), await privatePorts()];
  const ports: number[] = [];
  for (let i = 0; i < 30; i += 1) ports.push(await one.choose(1), await other.choose(1));
  one.release();
  other.release();
  expect(new Set(ports).size).toBe(60);
  expect(Math.max(...ports)).toBeLessThan(32_000);
  expect(Math.min(...ports)).toBeGreaterThan(15_000);
});
