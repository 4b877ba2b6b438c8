import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { layOutDebian } from "@todo-mesh/images";
import type { Runtime } from "@todo-mesh/runtime";
import { HERE } from "./places.ts";

const LIBRARIES = ["base-files", "gcc-12-base", "libc6", "libgcc-s1", "libstdc++6", "zlib1g"];
const SHELL = ["dash", "sed", "libacl1", "libattr1", "libselinux1", "libpcre2-8-0"];

// For compilers and for readers.
const NOT_RUN = /\/(?:jmods|include|man|docs|legal|src\.zip|ct\.sym)$/;

/** The broker as it runs on one machine, with the Java of this machine. */
export async function layOutKafka(root: string, { java, kafkaClasspath }: Runtime): Promise<void> {
  await layOutShell(root, "kafka.sh");
  const home = dirname(dirname(realpathSync(java)));
  cpSync(home, join(root, "opt", "java"), { recursive: true, dereference: true, filter: isRun });
  cpSync(dirname(kafkaClasspath), join(root, "opt", "kafka"), { recursive: true });
}

/** The server as it runs on one machine. */
export async function layOutPostgresql(root: string, { postgres }: Runtime): Promise<void> {
  await layOutShell(root, "postgresql.sh");
  const home = dirname(postgres.binFolder);
  cpSync(home, join(root, "opt", "postgresql"), { recursive: true, verbatimSymlinks: true });
  // It asks who it is, and starts itself by a shell.
  writeFileSync(join(root, "etc", "passwd"), "postgres:x:999:999::/tmp:/bin/dash\n");
}

// A package of it may link to what another package would have brought.
const isRun = (file: string): boolean => existsSync(file) && !NOT_RUN.test(file);

async function layOutShell(root: string, start: string): Promise<void> {
  await layOutDebian(root, [...LIBRARIES, ...SHELL]);
  const shell = join(root, "bin", "sh");
  if (!existsSync(shell)) symlinkSync("dash", shell);
  copyFileSync(join(HERE, "containers", start), join(root, "start"));
  chmodSync(join(root, "tmp"), 0o1777);
}
