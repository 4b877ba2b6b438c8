import { expect, test } from "@jest/globals";
import { aChatApi } from "../a-chat-api.ts";

const TURNED = "pay\u202e lluf\u2067";

/** What of an answer stands in no isolate. */
function outside(answer: string): string {
  let depth = 0;
  return Array.from(answer, (sign) => {
    if (/[\u2066-\u2068]/.test(sign)) depth += 1;
    const isOutside = depth === 0;
    if (sign === "\u2069") depth -= 1;
    return isOutside ? sign : "";
  }).join("");
}

test.each([
  ["it is added", [`add ${TURNED}`]],
  ["it is added for a time", [`remind me to ${TURNED} tomorrow at 9:00`]],
  ["it is listed", ["list"]],
  ["it is done", [`complete ${TURNED}`]],
  ["it is done already", [`complete ${TURNED}`, `complete ${TURNED}`]],
  ["it is open again", [`complete ${TURNED}`, `reopen ${TURNED}`]],
  ["it goes to the trash", [`delete ${TURNED}`]],
  ["it comes back", [`delete ${TURNED}`, `restore ${TURNED}`]],
  ["that is taken back", [`delete ${TURNED}`, "undo that"]],
  ["it is near to what was named", ["complete pai lluf"]],
  ["none is called so", [`complete bread ${TURNED}`]],
  ["its time is asked for", [`remind me to ${TURNED} tomorrow`]],
])("an answer is not turned round by a title when %s", async (_, sentences) => {
  const api = await aChatApi();
  await api.addTask({ title: TURNED });
  const say = api.talk();
  let answer = "";
  for (const sentence of sentences) answer = await say(sentence);
  expect(answer).toContain("\u202e");
  expect(outside(`${answer}|`)).toMatch(/^[^\p{Bidi_Control}]*\|$/u);
});

test("nor is a list of several that fit", async () => {
  const api = await aChatApi();
  for (const end of ["a", "b"]) await api.addTask({ title: `קנה חלב ${end}` });
  const answer = await api.talk()("complete חלב");
  expect(answer).toContain("fit “\u2068חלב\u2069”:");
  expect(answer).toContain("1. \u2068קנה חלב a\u2069");
});

test("nor is a refusal to take back", async () => {
  const api = await aChatApi();
  const { id, change_id } = await api.addTask({ title: "שלום" });
  await api.as("patch", `/tasks/${id}`).send({ title: "עולם" }).expect(200);
  const changed = await api.as("patch", `/tasks/${id}`).send({ title: "שוב" }).expect(200);
  expect(changed.body.title).toBe("שוב");
  const { body: journal } = await api.as("get", "/changes").expect(200);
  const [, middle] = journal.items;
  expect(middle.id).not.toBe(change_id);
  const { body } = await api.as("post", "/undo").send({ change_id: middle.id }).expect(409);
  expect(body.detail).toContain("“\u2068שוב\u2069”");
});
