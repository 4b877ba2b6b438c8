import type { EventContract } from "@todo-mesh/contracts/events";
import type { Logger } from "@todo-mesh/kit";
import type { Aside } from "./aside.ts";
import type { Delivery, Fate } from "./delivery.ts";
import type { Subscription } from "./subscription.ts";
import type { Suspects } from "./suspects.ts";

/** What the handling of events needs to know, for one topic. */
export interface EventEdge {
  readonly topic: string;
  /** By type of event. */
  readonly destinations: ReadonlyMap<
    string,
    { readonly contract: EventContract; readonly subscription: Subscription }
  >;
  readonly log: Logger;
  readonly nowMs: () => number;
  /** Whether what every event needs is there: what fails all the same fails by its own fault. */
  readonly isWell: () => Promise<boolean>;
  readonly suspects: Suspects;
  /** Undefined: nothing can be set aside, for nobody keeps it. */
  readonly aside: Aside | undefined;
  /** Whether what is refused or set aside is safe now. */
  readonly keep: (fates: ReadonlyMap<Delivery, Fate>) => Promise<boolean>;
}
