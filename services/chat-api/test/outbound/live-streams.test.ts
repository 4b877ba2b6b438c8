import { beforeEach, describe, expect, test } from "@jest/globals";
import { settableClock } from "@todo-mesh/ports/testing";
import { createLiveStreams, type LiveStreams } from "../../src/outbound/live-streams.ts";
import type { LiveEvent } from "../../src/outbound/recent-events.ts";
import { NOW } from "../a-task.ts";

const clock = settableClock(NOW);
let live: LiveStreams;
beforeEach(() => {
  live = createLiveStreams({ clock });
});

const event = (id: string, data = "{}"): LiveEvent => ({ id, type: "todo.task.created.v1", data });

function aReader(unread = 0) {
  const heard: string[] = [];
  return {
    heard,
    dropped: false,
    send: (what: LiveEvent | "resync" | "beat"): void =>
      void heard.push(typeof what === "string" ? what : what.id),
    unread: () => unread,
    drop(): void {
      this.dropped = true;
    },
  };
}

test("a connection first says resync, then what happens to its person, each event once", () => {
  const [ada, bob] = [aReader(), aReader()];
  live.open("ada", ada);
  live.open("bob", bob);
  live.push("ada", event("1"));
  live.push("ada", event("1"));
  live.push("bob", event("2"));
  expect(ada.heard).toEqual(["resync", "1"]);
  expect(bob.heard).toEqual(["resync", "2"]);
});

test("a connection goes on after the last event it saw", () => {
  for (const id of ["1", "2", "3"]) live.push("ada", event(id));
  live.push("bob", event("4"));
  const reader = aReader();
  live.open("ada", reader, "3");
  expect(reader.heard).toEqual(["1", "2"]);
});

test("a connection goes on exactly where this replica had sent it", () => {
  const close = live.open("ada", aReader());
  live.push("ada", event("1"));
  live.push("ada", event("2"));
  close();
  live.push("ada", event("3"));
  const reader = aReader();
  live.open("ada", reader, "2");
  live.push("ada", event("4"));
  expect(reader.heard).toEqual(["3", "4"]);
});

test("a connection of another replica gets again what that one may not have had yet, for five seconds back", () => {
  live.push("ada", event("old"));
  clock.advance(6_000);
  live.push("ada", event("just before"));
  live.push("ada", event("last"));
  live.push("ada", event("after"));
  const reader = aReader();
  live.open("ada", reader, "last");
  expect(reader.heard).toEqual(["just before", "after"]);
});

test.each(["unknown", "of bob"])("a connection with an id that is %s here says resync", (id) => {
  live.push("bob", event("of bob"));
  live.push("ada", event("1"));
  const reader = aReader();
  live.open("ada", reader, id);
  expect(reader.heard).toEqual(["resync"]);
});

test("a connection that is closed hears nothing more", () => {
  const reader = aReader();
  const close = live.open("ada", reader);
  close();
  close();
  live.push("ada", event("1"));
  live.beat();
  expect(reader.heard).toEqual(["resync"]);
  expect(live.count()).toBe(0);
});

test("a connection is told now and then that it is alive, and dropped when nobody reads it", () => {
  const [reads, sleeps] = [aReader(), aReader(65_537)];
  live.open("ada", reads);
  live.open("ada", sleeps);
  live.beat();
  expect(reads.heard).toEqual(["resync", "beat"]);
  expect([reads.dropped, sleeps.dropped]).toEqual([false, true]);
});

test("a connection is one of at most twenty of a person", () => {
  const closes = Array.from({ length: 20 }, () => live.open("ada", aReader()));
  expect(() => live.open("ada", aReader())).toThrow("20 live connections");
  live.open("bob", aReader());
  closes[0]?.();
  live.open("ada", aReader());
  expect(live.count()).toBe(21);
});

describe("what is remembered", () => {
  test("is the last five minutes", () => {
    live.push("ada", event("1"));
    clock.advance(300_001);
    const reader = aReader();
    live.open("ada", reader, "1");
    expect(reader.heard).toEqual(["resync"]);
  });

  test("is bounded in number and in bytes", () => {
    live.push("ada", event("first"));
    const crowd = Array.from({ length: 100 }, (_, n) => `person ${n}`);
    for (const user of crowd)
      for (let n = 0; n < 200; n += 1) live.push(user, event(`${n} of ${user}`));
    const late = aReader();
    live.open("ada", late, "first");
    expect(late.heard).toEqual(["resync"]);

    live.push("ada", event("large"));
    for (const user of crowd) live.push(user, event(`large of ${user}`, "x".repeat(250_000)));
    const later = aReader();
    live.open("ada", later, "large");
    expect(later.heard).toEqual(["resync"]);
  });

  test("of one person is never at the cost of another", () => {
    live.push("ada", event("first"));
    live.push("ada", event("second"));
    for (let n = 0; n < 20_000; n += 1) live.push("bob", event(`${n}`));
    for (let n = 0; n < 200; n += 1) live.push("bob", event(`large ${n}`, "x".repeat(250_000)));
    const reader = aReader();
    live.open("ada", reader, "first");
    expect(reader.heard).toEqual(["second"]);
    const bobs = aReader();
    live.open("bob", bobs, "1");
    expect(bobs.heard).toEqual(["resync"]);
  });

  test("is not poured over a reader who missed more than 500", () => {
    const close = live.open("ada", aReader());
    for (let n = 0; n < 502; n += 1) live.push("ada", event(`${n}`));
    close();
    const [far, near] = [aReader(), aReader()];
    live.open("ada", far, "0");
    live.open("ada", near, "1");
    expect(far.heard).toEqual(["resync"]);
    expect(near.heard).toHaveLength(500);
  });
});
