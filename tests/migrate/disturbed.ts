import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { person } from "../support/person.ts";
import { add, addMessage, fill, newDatabase, using } from "./older-product.ts";
import { into, read, reported, rowsOf, startMigrate } from "./run-migrate.ts";

const MINUTES = 60_000;
const [OF_KAI, OF_INES] = ["chat-api||chat%kai-%", "chat-api||chat%ines-%"];
const MARKS = "chat-api||brought:%";

/** Whatever happens meanwhile, nothing is lost. */
export function disturbed(mesh: () => Mesh, folder: () => string): void {
  test(
    "killed at random points until it is done, it comes to what it comes to undisturbed",
    async () => {
      const from = await newDatabase(mesh().postgresUrl, "killed");
      await fill(from, "kai", { conversations: 60, messages: 6_000 });
      await reported(mesh(), from, into(folder(), "undisturbed"));
      const wanted = await rowsOf(mesh(), OF_KAI);
      expect(wanted.length).toBeGreaterThan(6_000);
      await using(mesh().postgresUrl, (client) =>
        client.query("DELETE FROM state WHERE key LIKE $1 OR key LIKE $2", [OF_KAI, MARKS]),
      );
      for (let kills = 0; kills < 5; kills += 1) {
        const run = startMigrate(mesh(), from, into(folder(), "killed"));
        const began = (await rowsOf(mesh(), MARKS)).length;
        const goal = Math.min(58, began + 1 + Math.floor(Math.random() * 12));
        const isSoFar = async () => (await rowsOf(mesh(), MARKS)).length >= goal;
        await until("it has come so far", isSoFar, 3 * MINUTES);
        run.kill("SIGKILL");
        const { signal } = await run;
        expect(signal).toBe("SIGKILL");
      }
      const last = await reported(mesh(), from, into(folder(), "killed"));
      expect(last.conversations).toMatchObject({ found: 60 });
      expect(last.conversations["there"]).toBeGreaterThan(5);
      expect(last.checked).toEqual({ same: 60 });
      expect(await rowsOf(mesh(), OF_KAI)).toEqual(wanted);
    },
    10 * MINUTES,
  );

  test(
    "while people go on here and there, and the state store is away, nothing is lost or overwritten",
    async () => {
      const from = await newDatabase(mesh().postgresUrl, "in_use");
      await fill(from, "ines", { conversations: 40, messages: 2_000 });
      const number = await add(from, "greta", [{ content: "one" }, { content: "two" }]);
      await reported(mesh(), from, into(folder(), "in-use"));
      const greta = await person(mesh(), "greta");
      await greta.say("add buy milk", { conversation_id: number });
      await using(from, async (client) => {
        await addMessage(client, { conversation_id: number, content: "three" });
        await client.query("UPDATE messages SET content = content || '!'");
      });
      const run = startMigrate(mesh(), from, [...into(folder(), "in-use"), "--json"]);
      const hasBegun = async () => (await rowsOf(mesh(), OF_INES)).some((row) => row.includes("!"));
      await until("the first of it is here", hasBegun, MINUTES);
      // Longer than an answer is waited for.
      mesh().part("chat-api-1-sidecar").pause();
      await pause(12_000);
      mesh().part("chat-api-1-sidecar").resume();
      const { exitCode, stderr } = await run;
      expect(exitCode).toBe(0);
      expect(stderr).toContain("waiting: The Dapr sidecar did not answer");
      const said = await read(greta, number);
      expect(said.slice(0, 4)).toEqual(["one!", "two!", "three!", "add buy milk"]);
      expect(
        (await reported(mesh(), from, ["verify", ...into(folder(), "in-use")])).checked,
      ).toEqual({
        same: 41,
      });
    },
    5 * MINUTES,
  );
}
