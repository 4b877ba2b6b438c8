export { buildAs, type Built } from "./build.ts";
export { layOutDebian } from "./debian.ts";
export { makeImages } from "./make-images.ts";
