import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const JAVA = `echo 'openjdk version "17.0.15" 2026-01-01' >&2`;
const GO = `
[ "$1 $2" = "list -m" ] && exit 0
echo "go $*" >> "$CALLS"
case "$1" in
  list) echo "go: downloading example.com/module v1.0.0" >&2; echo example.com/package ;;
  build)
    echo example.com/package >&2
    for name in daprd scheduler sentry placement; do
      printf '#!/bin/sh\\necho 1.18.3\\n' > "$4$name"
      chmod +x "$4$name"
    done ;;
esac`;
const MAVEN = `
echo "mvn $*" >> "$CALLS"
for argument; do
  case "$argument" in
    -DoutputDirectory=*) touch "\${argument#*=}/kafka-server-4.3.1.jar" ;;
  esac
done`;

/** A PATH with nothing on it but small real programs that act as Go, Java and Maven would. */
export async function fakeTools() {
  const root = await mkdtemp(join(tmpdir(), "runtime-"));
  const tools = join(root, "tools");
  const calls = join(root, "calls");
  await mkdir(tools);
  await writeFile(calls, "");

  const install = async (name: string, script: string): Promise<void> => {
    await writeFile(join(tools, name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    await chmod(join(tools, name), 0o755);
  };
  await Promise.all([install("java", JAVA), install("go", GO), install("mvn", MAVEN)]);

  return {
    env: { PATH: tools, XDG_CACHE_HOME: join(root, "cache"), CALLS: calls },
    cache: join(root, "cache", "todo-mesh"),
    tools,
    install,
    repair: async () => install("go", GO),
    uninstall: async (name: string) => rm(join(tools, name)),
    calls: async () => (await readFile(calls, "utf8")).split("\n").filter(Boolean),
    remove: async () => rm(root, { recursive: true }),
  };
}
