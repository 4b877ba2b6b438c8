import { Agent } from "node:http";
import type { Mesh } from "@todo-mesh/mesh";
import { saidAt } from "./talking-model.ts";
import { type Told, told } from "./told.ts";

/** One of many people who talk with the assistant over streams. */
interface Talker {
  /** Sends a message in a conversation of its own, and reads the answer to its end. */
  say(message: string): Promise<Told>;
}

export interface Talkers {
  readonly people: readonly Talker[];
  close(): void;
}

/** So many people, each with a connection of their own. */
export async function talkers(mesh: Mesh, count: number): Promise<Talkers> {
  const agent = new Agent({ keepAlive: true });
  const people = Array.from({ length: count }, async (_, n): Promise<Talker> => {
    const user = `talker-${n}`;
    const token = await mesh.token(user);
    const url = `${mesh.publicUrl()}/api/${user}/chat`;
    return {
      say: async (message) => {
        const answer = await told({ url, agent, token, body: { message } }, saidAt);
        if (!answer.text.includes("event: turn.finished"))
          throw new Error(`A turn did not finish: ${answer.text.slice(-300)}`);
        return answer;
      },
    };
  });
  return { people: await Promise.all(people), close: () => agent.destroy() };
}
