import { writeFile } from "node:fs/promises";
import { drawPackages, PAGE } from "./draw.ts";

await writeFile(PAGE, await drawPackages());
