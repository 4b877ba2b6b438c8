import { expect, test } from "@jest/globals";
import { ConversationPage } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { person } from "../support/person.ts";
import { add, addMessage, fill, newDatabase, using } from "./older-product.ts";
import { into, linesOf, migrate, read, reported, rowsOf } from "./run-migrate.ts";

/** Whatever the older product has, it comes or it is told why not. */
export function rowsOfAllKinds(mesh: () => Mesh, folder: () => string): void {
  test("odd rows are told before anything is changed, and none is dropped", async () => {
    const from = await newDatabase(mesh().postgresUrl, "odd_rows");
    await fill(from, "odile", { conversations: 2, messages: 4 });
    const odd = [
      { content: null },
      { content: "" },
      { content: "é".repeat(1_000_000) },
      { role: "tool" },
      { role: null },
      { created_at: "infinity" },
      { created_at: null },
      { created_at: "2999-01-01" },
      { tool_calls: '[{"name":' },
      { tool_calls: '[{"name":"add","arguments":{"a":"\\u0000"}}]' },
      { user_id: "OTTO" },
      { user_id: "somebody else" },
    ];
    const number = await add(from, "otto", odd);
    await add(from, null, [{}]);
    await add(from, "has space", [{}]);
    await using(from, (client) => addMessage(client, { conversation_id: 4711 }));
    const before = await rowsOf(mesh(), "chat-api||chat%");
    const dry = await reported(mesh(), from, ["dry-run", ...into(folder(), "odd")]);
    expect(await rowsOf(mesh(), "chat-api||chat%")).toEqual(before);
    expect(dry.conversations).toEqual({ found: 5, left: 2, "would-be-taken": 3 });
    expect(dry.messages).toEqual({ found: 19, kept: 15, left: 6 });
    const counts = Object.fromEntries(
      Object.entries({ ...dry.odd, ...dry.left }).map(([kind, { count }]) => [kind, count]),
    );
    expect(counts).toEqual({
      "no-text": 1,
      empty: 1,
      long: 1,
      "unknown-role": 1,
      "no-role": 1,
      "no-time": 2,
      "future-time": 1,
      "tool-calls": 1,
      "other-case": 1,
      "another-user": 1,
      "no-owner": 1,
      "bad-owner": 1,
      "no-conversation": 1,
    });
    expect(await linesOf(dry.left_file)).toHaveLength(6 + 2);

    const copied = await reported(mesh(), from, into(folder(), "odd"));
    expect(copied.checked).toEqual({ same: 3 });
    const otto = await person(mesh(), "otto");
    expect(await read(otto, number)).toHaveLength(11);
    expect((await otto.say("help", { conversation_id: number })).response).not.toBe("");
    const { status } = await (await person(mesh(), "nina")).ask("GET", `/conversations/${number}`);
    expect(status).toBe(404);
  });

  test("of a conversation of 100 000 messages the newest 200 come, and the others stand in the file", async () => {
    const from = await newDatabase(mesh().postgresUrl, "talkative");
    await fill(from, "tara", { conversations: 1, messages: 100_000 });
    const copied = await reported(mesh(), from, into(folder(), "talkative"));
    expect(copied.messages).toEqual({ found: 100_000, kept: 200, left: 99_800 });
    expect(copied.checked).toEqual({ same: 1 });
    expect(await linesOf(copied.left_file)).toHaveLength(99_800);
  });

  test("a database without any encoding is read, and backed up byte for byte", async () => {
    const from = await newDatabase(mesh().postgresUrl, "no_encoding", "SQL_ASCII");
    await fill(from, "nora", { conversations: 1, messages: 2 });
    await using(from, (client) =>
      client.query(
        "INSERT INTO messages (conversation_id, role, content) VALUES (1, 'user', E'sch\\366n')",
      ),
    );
    const copied = await reported(mesh(), from, into(folder(), "no-encoding"));
    expect(copied.odd["encoding"]?.count).toBe(1);
    expect(copied.checked).toEqual({ same: 1 });
    const to = await newDatabase(mesh().postgresUrl, "restored_bytes", "SQL_ASCII");
    expect(
      (await migrate(mesh(), to, ["restore", ...into(folder(), "no-encoding")])).exitCode,
    ).toBe(0);
    const bytes = await using(to, (client) =>
      client.query("SELECT id FROM messages WHERE content = E'sch\\366n'"),
    );
    expect(bytes.rowCount).toBe(1);
  });

  test("a person's list shows what began here first, then what came from there", async () => {
    const from = await newDatabase(mesh().postgresUrl, "listed");
    await fill(from, "luis", { conversations: 1, messages: 0 });
    for (const title of ["first", "second", "third"]) await add(from, "lena", [{ content: title }]);
    const lena = await person(mesh(), "lena");
    await lena.say("begun here");
    await reported(mesh(), from, into(folder(), "listed"));
    const { json } = await lena.ask("GET", "/conversations");
    expect(ConversationPage.parse(json).items.map(({ title }) => title)).toEqual([
      "begun here",
      "third",
      "second",
      "first",
    ]);
  });
}
