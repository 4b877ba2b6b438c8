import { describe, expect, test } from "@jest/globals";
import type { SecretStore } from "../index.ts";
import { failureOf } from "./outage.ts";

export interface SecretsUnderTest {
  readonly secrets: () => SecretStore;
  /** What the store holds for us, at least. */
  readonly held: () => Readonly<Record<string, string>>;
}

export function secretsConformance(name: string, { secrets, held }: SecretsUnderTest): void {
  describe(`secrets: ${name}`, () => {
    test("each secret is read as it is", async () => {
      for (const [key, value] of Object.entries(held()))
        expect(await secrets().get(key)).toBe(value);
    });

    test.each(["no-such-secret", "__proto__", "constructor", "a/b?c#d%2F", "🦉"])(
      "the secret %j, which the store does not have, is not found",
      async (key) => {
        expect(await failureOf(() => secrets().get(key))).toBe("not-found");
      },
    );
  });
}
