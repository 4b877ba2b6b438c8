import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const WORTH_PACKING = /\.(?:js|css|html|svg|webmanifest)$/;

/** Packs each text of the build once, so that nobody has to while it is served. Earlier, Vite still writes into them. */
function packed(): Plugin {
  let folder = "";
  return {
    name: "packed",
    apply: "build",
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    closeBundle: () => {
      listAssets(folder);
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!WORTH_PACKING.test(name)) continue;
        const bytes = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** Tells the worker what the page is made of; another build is another worker. */
function listAssets(folder: string): void {
  const worker = join(folder, "sw.js");
  const assets = readdirSync(join(folder, "assets")).filter((name) => NEEDED.test(name));
  const list = JSON.stringify(assets.map((name) => `/assets/${name}`));
  const source = readFileSync(worker, "utf8");
  const told = source.replace("const ASSETS = [];", `const ASSETS = ${list};`);
  if (told === source) throw new Error("The worker has no place for its list of assets");
  writeFileSync(worker, told);
}

// Other writings come when they are met.
const NEEDED = /\.(?:js|css)$|inter-latin-wght/;

export default defineConfig({
  plugins: [react(), packed()],
  build: {
    outDir: "build",
    target: "es2023",
    modulePreload: { polyfill: false },
    // A policy without data: has no place for what is inlined.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What is needed first is one file: many small ones pack worse.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
    },
  },
});
