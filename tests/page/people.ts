import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Mesh } from "@todo-mesh/mesh";
import { type Visit, visit } from "./browser.ts";

/** Who looks at the page of a mesh, each in a browser of their own. */
export interface People {
  readonly mesh: () => Mesh;
  readonly address: () => string;
  /** Somebody without a link. */
  readonly arrive: (look?: BrowserContextOptions) => Promise<Visit>;
  /** Somebody who opened their link, to one of the replicas. */
  readonly signedIn: (
    user: string,
    look?: BrowserContextOptions,
    replica?: number,
  ) => Promise<SignedIn>;
  /** Sends all of them away; answers what their pages did that no page of ours may do. */
  readonly leave: () => Promise<readonly string[]>;
}

interface SignedIn {
  readonly page: Page;
  readonly add: (text: string) => Promise<void>;
  readonly row: (title: string) => Locator;
}

export function peopleAt(mesh: () => Mesh, browser: () => Browser): People {
  let visits: Visit[] = [];
  const arrive: People["arrive"] = async (look) => {
    const arrived = await visit(browser(), look);
    visits.push(arrived);
    return arrived;
  };
  return {
    mesh,
    address: () => mesh().publicUrl(0),
    arrive,
    signedIn: async (user, look, replica = 0) => {
      const { page } = await arrive(look);
      await page.goto(await mesh().link(user, replica));
      await expect(page.getByRole("heading", { name: /^(Today|Heute)$/ })).toBeVisible();
      const field = page.getByLabel(/^(Add a task|Aufgabe hinzufügen)$/);
      const add = async (text: string): Promise<void> => {
        await field.fill(text);
        await field.press("Enter");
        await expect(field).toHaveValue("");
      };
      return { page, add, row: (title) => page.getByRole("row").filter({ hasText: title }) };
    },
    leave: async () => {
      const faults = visits.flatMap((each) => each.faults);
      await Promise.all(visits.map((each) => each.close()));
      visits = [];
      return faults;
    },
  };
}
