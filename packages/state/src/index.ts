export { atomically, type Transaction } from "./atomically.ts";
export { keyOf } from "./key.ts";
