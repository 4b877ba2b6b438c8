// What people of a trial share: their tokens, and the way to the mesh.
import { setTimeout as sleep } from "node:timers/promises";

const MESH = "http://todo-todo-mesh-chat-api";

/** Somebody who is signed in; each question is answered, or throws with its status. */
export async function person(user) {
  const headers = { authorization: `Basic ${btoa(`${user}:`)}` };
  const { access_token: token } = await (
    await fetch("https://provider/token", { method: "POST", headers })
  ).json();
  return async (method, path, body, more = {}) => {
    const answer = await fetch(`${MESH}/api/${user}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...more },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
    return JSON.parse(text);
  };
}

/** Asks until it is answered: for what may be asked twice. */
export async function untilAnswered(ask) {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      process.stderr.write(`${error.message} ${error.cause?.code ?? ""}\n`);
      await sleep(500);
    }
  }
}
