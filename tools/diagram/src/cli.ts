import { writeFile } from "node:fs/promises";
import { draw, DRAWINGS } from "./draw.ts";

for (const drawing of DRAWINGS) await writeFile(drawing.page, await draw(drawing));
