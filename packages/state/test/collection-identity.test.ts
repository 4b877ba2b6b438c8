import { beforeEach, expect, test } from "@jest/globals";
import { allOf, aProcess, tasks } from "./a-collection.ts";
import { watchedStore } from "./watched-store.ts";

let store: ReturnType<typeof watchedStore>;
let here: ReturnType<typeof aProcess>;
let there: ReturnType<typeof aProcess>;
beforeEach(async () => {
  store = watchedStore();
  [here, there] = [aProcess(store), aProcess(store)];
  await here.put(...tasks(200));
});

test.each(["here", "there"] as const)(
  "parts that were not changed %s stay the same objects",
  async (by) => {
    const before = await here.read("ada");
    await (by === "here" ? here : there).put({ id: "t70", title: "new" });
    const after = await here.read("ada");
    expect(after.parts.map((part, at) => part === before.parts[at])).toEqual([
      true,
      false,
      true,
      true,
    ]);
  },
);

test("elements that were not changed stay the same objects when another process rewrites their chunk", async () => {
  const before = allOf(await here.read("ada"));
  await there.put({ id: "t70", title: "new" });
  await there.remove("t71");
  const after = allOf(await here.read("ada"));
  expect(after.size).toBe(199);
  for (const [id, element] of after) expect(element === before.get(id)).toBe(id !== "t70");
  expect(after.get("t70")?.title).toBe("new");
});

test("what was read never changes, whoever changes what is stored", async () => {
  const read = await here.read("ada");
  const all = allOf(read);
  await here.put({ id: "t70", title: "new" });
  await there.remove("t3");
  await here.read("ada");
  expect(allOf(read)).toEqual(all);
  expect([read.get("t70")?.title, read.get("t3")?.title]).toEqual(["x", "x"]);
});

test("parts of a draft show each change in a map of its own", async () => {
  await here.changeOf((changes) => {
    const [, before] = changes.parts;
    changes.put({ id: "t70", title: "new" });
    const [first, after] = changes.parts;
    changes.remove("t70");
    expect(before?.get("t70")?.title).toBe("x");
    expect(after?.get("t70")?.title).toBe("new");
    expect(changes.parts[1]?.has("t70")).toBe(false);
    expect(changes.parts[0]).toBe(first);
  });
});
