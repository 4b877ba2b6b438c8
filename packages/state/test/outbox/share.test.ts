import { expect, test } from "@jest/globals";
import { kindOf } from "@todo-mesh/ports";
import { aMesh } from "./a-mesh.ts";

/** A process whose broker is away. */
function alone(options: { sharesRoom: boolean }) {
  const mesh = aMesh({ window: 32, ...options });
  mesh.broker.setAway(true);
  const { happen } = mesh.aProcess();
  let n = 0;
  const outcome = (user: string): Promise<string> => {
    n += 1;
    return happen(`w${n}`, user).then(() => "done", kindOf);
  };
  /** How many changes someone can make until they are refused, and how. */
  const fillUp = async (user: string): Promise<[number, string]> => {
    for (let made = 0; ; made += 1) {
      const said = await outcome(user);
      if (said !== "done") return [made, said];
    }
  };
  return { mesh, outcome, fillUp };
}

test("one person cannot fill the room of all: half of it is theirs, and each other may still write", async () => {
  const { outcome, fillUp } = alone({ sharesRoom: true });
  expect(await fillUp("greedy")).toEqual([16, "too-many"]);
  expect(await outcome("ada")).toBe("done");
});

test("several who are greedy leave room for one more", async () => {
  const { outcome, fillUp } = alone({ sharesRoom: true });
  for (const user of ["a", "b", "c", "d"]) expect((await fillUp(user))[1]).toBe("too-many");
  expect(await outcome("ada")).toBe("done");
});

test("who was refused may go on once the broker has what they did", async () => {
  const { mesh, outcome, fillUp } = alone({ sharesRoom: true });
  await fillUp("greedy");
  mesh.broker.setAway(false);
  await mesh.time.pass(4_000);
  expect(await outcome("greedy")).toBe("done");
});

test("a service whose rows are of many people at once does not share its room", async () => {
  const { mesh, outcome, fillUp } = alone({ sharesRoom: false });
  const filled = fillUp("greedy");
  await mesh.time.pass(2_100);
  expect(await filled).toEqual([32, "unavailable"]);
  const refused = outcome("ada");
  await mesh.time.pass(2_100);
  expect(await refused).toBe("unavailable");
});
