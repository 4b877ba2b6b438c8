import { loadConfig } from "@todo-mesh/kit";
import { z } from "zod";

const whole = z.coerce.number().int().positive();

/** What may be turned down for a quick look, or on for a closer one. */
const Settings = z
  .object({
    /** How long reminders come in `steady`; `setting` takes a share of it. */
    BENCH_SECONDS: whole.default(120),
    /** How many reminders are due at once in `burst`. */
    BENCH_REMINDERS: whole.default(5_000),
    /** `1`: `start` builds and fetches the parts of the mesh anew, which takes minutes. */
    BENCH_COLD: z.enum(["0", "1"]).default("0"),
    /** Of `fair` only the cases that have this in their name. */
    BENCH_CASE: z.string().default(""),
    /** A folder that gets a CPU profile of each service. */
    BENCH_PROFILE: z.string().optional(),
  })
  .transform((env) => ({
    seconds: env.BENCH_SECONDS,
    reminders: env.BENCH_REMINDERS,
    cold: env.BENCH_COLD === "1",
    oneCase: env.BENCH_CASE,
    profileFolder: env.BENCH_PROFILE,
  }));

export const settings = loadConfig(Settings, process.env);
