import type { Turn } from "../../src/use-cases/assistant/turn.ts";
import { ADA, NOW } from "../a-task.ts";

/** A turn of Ada's that has begun. */
export const aTurn = (): Turn => ({
  id: "01900000-0000-7000-8000-0000000000aa",
  userId: ADA,
  conversationId: "01900000-0000-7000-8000-0000000000bb",
  message: "",
  context: { now: NOW, timezone: "Europe/Rome" },
  replaced: [],
  window: [],
});
