import { expect, test } from "@jest/globals";
import { directionOf } from "../src/words/direction.ts";

test.each(["ar", "fa", "he", "ur", "yi", "dv", "ckb", "ps", "pa-PK", "az-Arab"])(
  "%s is read from right to left",
  (language) => expect(directionOf(language)).toBe("rtl"),
);

test.each(["en", "de", "ru", "ja", "hi", "pa-IN", "az"])(
  "%s is read from left to right",
  (language) => expect(directionOf(language)).toBe("ltr"),
);
