import { call } from "../api/call.ts";
import { saveAs } from "../api/save-as.ts";
import { keepConversation, keepDraft, keepSaid } from "../chat/kept.ts";
import { forgetLast } from "../offline/last-state.ts";
import { forgetWriting } from "./writing.ts";

const FILE = "todo-mesh.json";

/** Puts all that is kept of this person into a file of theirs. */
export const downloadAll = (): Promise<void> => saveAs("/export", FILE);

/** Erases all that is kept of this person, on the mesh and in this browser. The same key again goes on where it broke off. */
export async function eraseAll(key: string): Promise<void> {
  await call("/", { method: "DELETE", key });
  keepConversation(undefined);
  keepSaid(undefined);
  keepDraft("");
  forgetWriting();
  await forgetLast();
}
