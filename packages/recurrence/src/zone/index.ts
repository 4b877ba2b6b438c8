export { allZones, canonicalZone, fixedOffset, keptZone, zoneOfOffset } from "./canonical.ts";
export { sayDay } from "./names.ts";
export { isInRange, OUT_OF_RANGE } from "./range.ts";
export { addDays, isDay, readWall } from "./wall.ts";
export { toLocal } from "./zone.ts";
