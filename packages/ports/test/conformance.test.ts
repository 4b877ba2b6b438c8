import {
  clockConformance,
  conformingCallee,
  idSourceConformance,
  invokerConformance,
  jobsConformance,
  type Outage,
  publisherConformance,
  type Ring,
  secretsConformance,
  stateRacesConformance,
  stateValuesConformance,
} from "@todo-mesh/ports/conformance";
import {
  countingIds,
  inMemoryInvoker,
  inMemoryJobs,
  inMemoryPublisher,
  inMemorySecrets,
  inMemoryStateStore,
  settableClock,
} from "@todo-mesh/ports/testing";
import { answerAs } from "./answer-as.ts";

const outageOf = (fake: { setAway: (now: boolean) => void }): Outage => ({
  begin: () => fake.setAway(true),
  end: () => fake.setAway(false),
});

const clock = settableClock("2026-11-22T09:00:00Z");

const store = inMemoryStateStore(clock);
stateValuesConformance("in memory", { store: () => store, passTime: clock.advance });
stateRacesConformance("in memory", { store: () => store });

const publisher = inMemoryPublisher();
publisherConformance("in memory", {
  publisher: () => publisher,
  topics: ["one", "two"],
  arrived: () => publisher.published,
  outage: outageOf(publisher),
});

const jobs = inMemoryJobs(clock);
const rings: Ring[] = [];
const refusals = new Map<string, number>();
jobsConformance("in memory", {
  jobs: () => jobs,
  now: clock.now,
  rings: () => rings,
  refuse: (name, times) => void refusals.set(name, times),
  outage: outageOf(jobs),
  passTime: async (ms) => {
    clock.advance(ms);
    await jobs.ringDue(async ({ name, data }) => {
      rings.push({ name, data, at: clock.now() });
      const left = refusals.get(name) ?? 0;
      refusals.set(name, left - 1);
      if (left > 0) throw new Error("not now");
    });
  },
});

const invoker = inMemoryInvoker();
invoker.on("callee", "*", answerAs(conformingCallee));
invokerConformance("in memory", {
  invoker: () => invoker,
  app: "callee",
  nobody: "nobody",
  carriesWords: true,
  outage: {
    begin: () => invoker.setAway("callee"),
    end: () => invoker.setAway("callee", false),
  },
});

const held = { plain: "s3cret", "odd name": "ü 🦉\nsecond line", empty: "" };
secretsConformance("in memory", { secrets: () => inMemorySecrets(held), held: () => held });

clockConformance("settable", () => clock);
idSourceConformance("counting", countingIds);
