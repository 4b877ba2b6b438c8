export { allZones, canonicalZone, fixedOffset, keptZone, zoneOfOffset } from "./canonical.ts";
export { MONTH_NAMES } from "../names.ts";
export { isDay, readWall } from "./wall.ts";
export { toLocal } from "./zone.ts";
