import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { Job, JobScheduler } from "../index.ts";
import type { Json } from "../state-store.ts";
import { ODD_VALUES } from "./odd.ts";
import { during, failureOf, type Outage } from "./outage.ts";
import { type PassTime, until } from "../until.ts";

/** One time that a job rang. */
export interface Ring {
  readonly name: string;
  readonly data: unknown;
  readonly at: Date;
}

export interface JobsUnderTest {
  readonly jobs: () => JobScheduler;
  readonly now: () => Date;
  /** Every ring so far, those that were refused as well. */
  readonly rings: () => readonly Ring[];
  /** The app answers the next rings of this job with an error, so many times. */
  readonly refuse: (name: string, times: number) => void;
  readonly outage: Outage;
  readonly passTime?: PassTime | undefined;
}

const SOON_MS = 400;
const PATIENCE_MS = 20_000;
// The port promises 2 s; the rest is for a slow machine.
const ANSWERS_WITHIN_MS = 4_000;

export function jobsConformance(name: string, subject: JobsUnderTest): void {
  describe(`jobs: ${name}`, () => {
    ringsInTime(subject);
    ringsUntilAnswered(subject);
    namesAndData(subject);
    schedulerAway(subject);
  });
}

const ringsOf = ({ rings }: JobsUnderTest, name: string) =>
  rings().filter((ring) => ring.name === name);

const rung = (subject: JobsUnderTest, name: string, times = 1) =>
  until(
    `${name} rings`,
    () => {
      const found = ringsOf(subject, name);
      return found.length >= times && found;
    },
    PATIENCE_MS,
    subject.passTime,
  );

function soon({ now }: JobsUnderTest, over: Partial<Job> = {}): Job {
  return { name: randomUUID(), at: new Date(now().getTime() + SOON_MS), data: null, ...over };
}

function ringsInTime(subject: JobsUnderTest): void {
  test("a job rings at its time, not before, and once", async () => {
    const job = soon(subject);
    await subject.jobs().schedule(job);
    expect(await subject.jobs().has(job.name)).toBe(true);
    const [ring] = await rung(subject, job.name);
    expect(ring?.at.getTime()).toBeGreaterThanOrEqual(job.at.getTime());
    const later = soon(subject);
    await subject.jobs().schedule(later);
    await rung(subject, later.name);
    expect(ringsOf(subject, job.name)).toHaveLength(1);
    expect(await subject.jobs().has(job.name)).toBe(false);
  });

  test("a time that has passed rings at once", async () => {
    const job = soon(subject, { at: new Date(subject.now().getTime() - 60_000) });
    await subject.jobs().schedule(job);
    expect(await rung(subject, job.name)).toHaveLength(1);
  });

  test("of jobs in any order, each rings in its own time", async () => {
    const start = subject.now().getTime();
    const jobs = [700, 300, 500].map((ms) => soon(subject, { at: new Date(start + ms) }));
    await Promise.all(jobs.map((job) => subject.jobs().schedule(job)));
    for (const job of jobs) {
      const [ring] = await rung(subject, job.name);
      expect(ring?.at.getTime()).toBeGreaterThanOrEqual(job.at.getTime());
    }
  });
}

function ringsUntilAnswered(subject: JobsUnderTest): void {
  test("a job that is refused rings again until it is answered, and then no more", async () => {
    const job = soon(subject);
    subject.refuse(job.name, 2);
    await subject.jobs().schedule(job);
    await rung(subject, job.name, 3);
    const later = soon(subject);
    await subject.jobs().schedule(later);
    await rung(subject, later.name);
    expect(ringsOf(subject, job.name)).toHaveLength(3);
  });

  test("a name that is already there stays as it was, and rings once", async () => {
    const job = soon(subject, { data: "first" });
    await subject.jobs().schedule(job);
    await subject.jobs().schedule({ ...job, data: "second" });
    await rung(subject, job.name);
    const later = soon(subject);
    await subject.jobs().schedule(later);
    await rung(subject, later.name);
    expect(ringsOf(subject, job.name).map(({ data }) => data)).toEqual(["first"]);
  });
}

function namesAndData(subject: JobsUnderTest): void {
  test("any JSON arrives as it was given", async () => {
    const data: Json = [...ODD_VALUES];
    const job = soon(subject, { data });
    await subject.jobs().schedule(job);
    const [ring] = await rung(subject, job.name);
    expect(ring?.data).toEqual(data);
  });

  test("a name of 200 characters of every allowed kind rings under that name", async () => {
    const name = `${randomUUID()}.A_z-09.`.padEnd(200, "x");
    await subject.jobs().schedule(soon(subject, { name }));
    expect(await rung(subject, name)).toHaveLength(1);
  });

  test.each(["", "a/b", "a b", "ü", "a?b", "a%2Fb", "a:b", "x".repeat(201)])(
    "the name %j is refused as invalid",
    async (name) => {
      expect(await failureOf(() => subject.jobs().schedule(soon(subject, { name })))).toBe(
        "invalid",
      );
      expect(await failureOf(() => subject.jobs().has(name))).toBe("invalid");
    },
  );

  test("a job that was never scheduled is not there", async () => {
    expect(await subject.jobs().has(randomUUID())).toBe(false);
  });
}

function schedulerAway(subject: JobsUnderTest): void {
  test("while the scheduler is away it is unavailable within 2 s, and afterwards it schedules again", async () => {
    await during(subject.outage, async () => {
      const start = performance.now();
      expect(await failureOf(() => subject.jobs().schedule(soon(subject)))).toBe("unavailable");
      expect(performance.now() - start).toBeLessThan(ANSWERS_WITHIN_MS);
    });
    const job = soon(subject);
    await until("the job is taken", () =>
      subject
        .jobs()
        .schedule(job)
        .then(() => true),
    );
    await rung(subject, job.name);
  });
}
