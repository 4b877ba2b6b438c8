import { makeImages } from "./make-images.ts";

/** `make images`: builds the images, and says what they are called and where their archives lie. */
const built = await makeImages((line) => void process.stderr.write(`${line}\n`));
for (const { reference, digest, archive } of built)
  process.stdout.write(`${reference}  ${digest}  ${archive}\n`);
