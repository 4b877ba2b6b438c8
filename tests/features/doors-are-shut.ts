import { describe, expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { person } from "../support/person.ts";

const body = ({ text }: { text: string }) => text.replace(/"instance":"[^"]*"/, "");

export function doorsAreShut(mesh: () => Mesh): void {
  const knock = (path: string, headers: Record<string, string> = {}) =>
    fetch(mesh().publicUrl() + path, { headers, signal: AbortSignal.timeout(10_000) });

  test("no token, a broken token and an expired token are 401", async () => {
    const expired = await mesh().token("pam", { expiresIn: "-1 minute" });
    for (const token of [undefined, "Bearer nonsense", `Bearer ${expired}`, "Basic YTpi"]) {
      const answer = await knock("/api/pam/tasks", token ? { authorization: token } : {});
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
    }
  });

  test("another user's list and another user's task are the same 404 as one that never was", async () => {
    const [pam, rex] = [await person(mesh(), "pam"), await person(mesh(), "rex")];
    const task = await pam.addTask("a secret");
    const stranger = await rex.ask("GET", `/tasks/${task.id}`);
    const missing = await rex.ask("GET", "/tasks/01940000-0000-7000-8000-000000000000");
    expect([stranger.status, body(stranger)]).toEqual([404, body(missing)]);

    const authorization = `Bearer ${await mesh().token("rex")}`;
    const list = await knock("/api/pam/tasks", { authorization });
    expect([list.status, body({ text: await list.text() })]).toEqual([404, body(missing)]);
    expect((await pam.task(task.id)).title).toBe("a secret");
  });

  describe("the mesh door", () => {
    const routes = ["/dapr/subscribe", "/events/todo.tasks.events", "/job/x", "/tasks/standing"];

    test("is not on the public door", async () => {
      for (const path of routes) {
        for (const method of ["GET", "POST"]) {
          const answer = await fetch(mesh().publicUrl() + path, { method });
          expect([path, answer.status]).toEqual([path, 404]);
        }
      }
    });

    test("opens to the app token alone", async () => {
      for (const app of ["chat-api", "reminder-service", "notification-service"]) {
        const { meshUrl, appToken } = mesh().doors(app);
        const door = `${meshUrl}/dapr/subscribe`;
        expect((await fetch(door)).status).toBe(401);
        expect((await fetch(door, { headers: { "dapr-api-token": "wrong" } })).status).toBe(401);
        expect((await fetch(door, { headers: { "dapr-api-token": appToken } })).status).toBe(200);
      }
    });

    test("and the sidecar's own API opens to its token alone", async () => {
      const door = `${mesh().sidecar("chat-api").url}/v1.0/state/statestore/anything`;
      expect((await fetch(door)).status).toBe(401);
    });
  });
}
