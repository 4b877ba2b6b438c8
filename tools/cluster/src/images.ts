import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildAs } from "@todo-mesh/images";
import {
  daprVersion,
  ensureMade,
  folderFor,
  type Part,
  type Runtime,
  type Surroundings,
} from "@todo-mesh/runtime";
import { layOutKafka, layOutPostgresql } from "./demo-images.ts";
import { HERE } from "./places.ts";
import { type ClusterPrograms, DAPR_PROGRAMS } from "./programs.ts";

const CONTAINERS = join(HERE, "containers");
const PASSWD = "root:x:0:0::/:/none\nnonroot:x:65532:65532::/tmp:/none\n";

/** The registry that Dapr's chart is told of. Nothing is pulled from there. */
export const DAPR_REGISTRY = "localhost/dapr";

interface Image {
  readonly reference: string;
  readonly kind: "program" | "pause" | "kafka" | "postgresql";
  readonly layOut: (root: string) => void | Promise<void>;
}

/** The archives of the images that are not ours, built once into the user's cache: Dapr's, Kafka, PostgreSQL, the pause of each pod. */
export async function ensureClusterImages(
  programs: ClusterPrograms,
  runtime: Runtime,
  here: Surroundings,
): Promise<string[]> {
  const part = await imagesPart(await imagesOf(programs, runtime), [programs, runtime], here.env);
  await ensureMade([part], here);
  return readdirSync(part.folder).map((archive) => join(part.folder, archive));
}

async function imagesPart(
  images: readonly Image[],
  [{ kubernetes, dapr }, runtime]: readonly [ClusterPrograms, Runtime],
  env: NodeJS.ProcessEnv,
): Promise<Part> {
  const files = readdirSync(CONTAINERS).map((file) => join(CONTAINERS, file));
  // Each of these paths names a version, or says what it was built of.
  const { daprd, kafkaClasspath, java, postgres } = runtime;
  const recipe = [kubernetes("pause"), dapr("operator"), daprd, kafkaClasspath, java];
  const folder = await folderFor(
    "cluster-images",
    { files, recipe: [...recipe, postgres.binFolder, ...images.map(({ reference }) => reference)] },
    env,
  );
  return {
    title: "Images of the cluster",
    folder,
    requireTools: async () => undefined,
    make: async (into, { progress }) => {
      for (const image of images) {
        progress.say(image.reference);
        await build(image, into);
      }
    },
  };
}

async function imagesOf(programs: ClusterPrograms, runtime: Runtime): Promise<Image[]> {
  const version = await daprVersion();
  const own = DAPR_PROGRAMS.map((name) =>
    programImage(`dapr/${name}:${version}`, programs.dapr(name)),
  );
  return [
    { ...programImage("todo-mesh/pause:1", programs.kubernetes("pause")), kind: "pause" },
    ...own,
    programImage(`dapr/daprd:${version}`, runtime.daprd),
    {
      reference: "docker.io/apache/kafka:4.3.1",
      kind: "kafka",
      layOut: async (root) => layOutKafka(root, runtime),
    },
    {
      reference: "docker.io/library/postgres:18",
      kind: "postgresql",
      layOut: async (root) => layOutPostgresql(root, runtime),
    },
  ];
}

const programImage = (reference: string, program: string): Image => ({
  reference: `localhost/${reference}`,
  kind: "program",
  layOut: (root) => {
    mkdirSync(join(root, "etc"));
    writeFileSync(join(root, "etc", "passwd"), PASSWD);
    copyFileSync(program, join(root, basename(program)));
  },
});

async function build({ reference, kind, layOut }: Image, into: string): Promise<void> {
  const context = mkdtempSync(join(tmpdir(), "todo-mesh-image-"));
  try {
    mkdirSync(join(context, "root"));
    await layOut(join(context, "root"));
    const file = join(CONTAINERS, `${kind}.Containerfile`);
    const archive = join(into, `${reference.replaceAll(/[/:]/g, "-")}.tar`);
    await buildAs({ reference, from: [`--file=${file}`, context], archive });
  } finally {
    rmSync(context, { recursive: true });
  }
}
