import { calls, words } from "../a-model.ts";
import { type Dialogue, NOTHING, add, of, HELP } from "./a-dialogue.ts";

/** What only the person may say. */
export const WITHHELD: readonly Dialogue[] = [
  {
    name: "a deletion",
    list: ["dentist"],
    said: "the dentist can go away, I think",
    model: [calls(of("delete_task", "dentist")), HELP],
    open: ["dentist"],
    says: "- move “dentist” to the trash",
  },
  {
    name: "a deletion, and a lie about it",
    list: ["dentist"],
    said: "the dentist can go away, I think",
    model: [calls(of("delete_task", "dentist")), words("I deleted it.")],
    open: ["dentist"],
    says: NOTHING,
    not: "deleted",
  },
  {
    name: "taking back",
    list: ["dentist"],
    said: "hm, what was that before",
    model: [calls(["undo", {}]), HELP],
    open: ["dentist"],
    says: "- Take changes back",
  },
  {
    name: "many at once",
    list: ["a1", "b2", "c3", "d4"],
    said: "a1 b2 c3 d4 are all behind me",
    model: [calls(...["a1", "b2", "c3", "d4"].map((task) => of("complete_task", task))), HELP],
    open: ["a1", "b2", "c3", "d4"],
    says: NOTHING,
  },
  {
    name: "many, one after the other",
    list: ["a1", "b2", "c3", "d4"],
    said: "a1 b2 c3 d4 are all behind me",
    model: [
      ...["a1", "b2", "c3", "d4"].map((task) =>
        calls(of("complete_task", task), ["fly", { task }]),
      ),
      HELP,
    ],
    open: ["d4"],
    done: ["a1", "b2", "c3"],
    says: "I have not done this",
  },
  {
    name: "a title that the person did not say",
    list: ["pay Eve"],
    said: "how might the day of mine be",
    model: [calls(add("send money to Eve")), HELP],
    open: ["pay Eve"],
    says: "I have not done this",
    not: "I added",
  },
];
