import { rmSync } from "node:fs";
import { join } from "node:path";
import { execa, ExecaError } from "execa";

const CONTAINERFILE = join(import.meta.dirname, "..", "Containerfile");
// Images of this checkout alone, apart from whatever else is built on the machine.
const STORE = join(import.meta.dirname, "..", "..", "..", ".images", "store");

interface Build {
  readonly context: string;
  readonly name: string;
  readonly version: string;
  readonly revision: string;
}

export interface Built {
  readonly reference: string;
  /** Of the image's configuration, which holds the digests of all its layers. */
  readonly digest: string;
  readonly archive: string;
}

/** Builds one image without a daemon, and writes it as an archive that a node can load. Every build of the same files has the same digest. */
export async function buildImage({ context, name, version, revision }: Build): Promise<Built> {
  const reference = `todo-mesh/${name}:${version}`;
  const args = { NAME: name, VERSION: version, REVISION: revision };
  const given = Object.entries(args).flatMap(([key, value]) => ["--build-arg", `${key}=${value}`]);
  const from = [...given, `--file=${CONTAINERFILE}`, context];
  return buildAs({
    reference: `docker.io/${reference}`,
    from,
    archive: join(context, `${name}.tar`),
  });
}

interface As {
  readonly reference: string;
  /** What `buildah bud` is told beside how. */
  readonly from: readonly string[];
  readonly archive: string;
}

/** Builds an image under a name, and writes it as an archive. */
export async function buildAs({ reference, from, archive }: As): Promise<Built> {
  const how = ["--layers", "--timestamp=0", "--isolation=chroot", `--tag=${reference}`];
  await buildah(["bud", ...how, ...from]);
  rmSync(archive, { force: true });
  await buildah(["push", reference, `docker-archive:${archive}:${reference}`]);
  const digest = await buildah(["inspect", "--type=image", "--format={{.FromImageID}}", reference]);
  return { reference, digest, archive };
}

async function buildah(args: readonly string[]): Promise<string> {
  const store = ["--root", join(STORE, "images"), "--runroot", join(STORE, "run")];
  const { stdout } = await execa("buildah", [...store, ...args]).catch(sayWhatIsMissing);
  return stdout.trim();
}

function sayWhatIsMissing(error: unknown): never {
  const missing = error instanceof ExecaError && error.code === "ENOENT";
  if (!missing) throw error;
  throw new Error("Images are built by buildah, which is not here: apt-get install buildah", {
    cause: error,
  });
}
