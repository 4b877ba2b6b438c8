import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";
import { daily, local, ROME, withSeries } from "./a-series.ts";

let api: ChatApi;
let ada: ReturnType<typeof withSeries>;
beforeEach(async () => {
  api = await aChatApi();
  ada = withSeries(api);
});

describe("a date of a series that is moved by hand", () => {
  test("keeps which date it is, in the task, the journal and the event", async () => {
    const { id, due } = await ada.aSeries();
    const moved = await ada.move(id, "2026-11-22T18:00");
    const occurrence = { at: due.at, local: due.local };
    expect(moved.due).toMatchObject({ local: "2026-11-22T18:00:00", occurrence });
    const [, event] = await api.events();
    expect(event).toMatchObject({ data: { task: { due: { occurrence } } } });
    const { items } = (await api.as("get", "/changes")).body;
    expect(items[0]).toMatchObject({ before: { due }, after: { due: { occurrence } } });
  });

  test.each(["complete", "skip"])("to an earlier time does not come again: %s", async (verb) => {
    const { id } = await ada.aSeries();
    await ada.move(id, "2026-11-22T18:00");
    expect(local(await ada.does(id, verb))).toBe("2026-11-24T08:00:00");
  });

  test.each(["complete", "skip"])("past later ones leaves them alone: %s", async (verb) => {
    const { id } = await ada.aSeries();
    await ada.move(id, "2026-11-25T15:00");
    expect(local(await ada.does(id, verb))).toBe("2026-11-24T08:00:00");
  });

  test("may be moved again, and back to its own time", async () => {
    const { id, due } = await ada.aSeries();
    await ada.move(id, "2026-11-22T18:00");
    const again = await ada.move(id, "2026-11-22T20:00");
    expect(again.due.occurrence).toMatchObject({ local: due.local });
    expect((await ada.move(id, due.local)).due).toEqual(due);
    expect(local(await ada.does(id, "complete"))).toBe("2026-11-24T08:00:00");
  });

  test("is taken back as it was, also when it was completed since", async () => {
    const { id, due } = await ada.aSeries();
    const moved = await ada.move(id, "2026-11-22T18:00");
    await ada.does(id, "complete");
    await api.as("post", "/undo").expect(200);
    expect((await api.as("get", `/tasks/${id}`)).body.due).toEqual(moved.due);
    await api.as("post", "/undo").expect(200);
    expect((await api.as("get", `/tasks/${id}`)).body.due).toEqual(due);
  });

  test("told again as it is, is not moved", async () => {
    const { id } = await ada.aSeries();
    await ada.move(id, "2026-11-22T18:00");
    expect((await ada.move(id, "2026-11-22T18:00")).version).toBe(2);
  });

  test("stored before this was kept goes on from where it lies", async () => {
    const { id } = await ada.aSeries();
    const moved = await ada.move(id, "2026-11-23T15:00");
    const { occurrence: _, ...due } = moved.due;
    expect(due).not.toHaveProperty("occurrence");
    expect(local(await ada.does(id, "complete"))).toBe("2026-11-24T08:00:00");
  });

  test("goes along to another zone as the date that it is", async () => {
    const { id } = await ada.aSeries({ ...daily, floating: true });
    const due = { local: "2026-11-22T18:00", timezone: ROME, floating: true };
    await ada.change(id, { due });
    await api.as("post", "/tasks/travel").send({ timezone: "Asia/Tokyo" }).expect(200);
    const { body } = await api.as("get", `/tasks/${id}`);
    expect(body.due.occurrence).toEqual({
      at: "2026-11-22T23:00:00.000Z",
      local: "2026-11-23T08:00:00",
    });
    expect(local(await ada.does(id, "complete"))).toBe("2026-11-24T08:00:00");
  });
});
