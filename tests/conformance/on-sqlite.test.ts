import { describe } from "@jest/globals";
import { stateRacesConformance, stateValuesConformance } from "@todo-mesh/ports/conformance";
import { storeInstead } from "./store-instead.ts";

describe("with the component statestore swapped for SQLite, by YAML alone", () => {
  const { store } = storeInstead("statestore-sqlite");
  stateValuesConformance("SQLite", { store });
  stateRacesConformance("SQLite", { store });
});
