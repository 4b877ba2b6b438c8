import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { aBurst, ONCE_EACH } from "../support/burst.ts";

export function burst(mesh: () => Mesh): void {
  test("reminders of many people at one moment ring once and not early, whichever replica their job comes to", async () => {
    const rung = await aBurst(mesh(), { name: "burst", mayBeLateMs: 15_000 });
    expect(rung).toEqual(ONCE_EACH);
  }, 60_000);
}
