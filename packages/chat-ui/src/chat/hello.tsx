import type { ReactNode } from "react";
import { Link } from "wouter";
import { zone } from "../preferences/writing.ts";
import { words } from "../words/words.ts";
import type { Chat } from "./use-chat.ts";

/** Before anything was said: what can be. */
export function Hello({ say }: Pick<Chat, "say">): ReactNode {
  return (
    <div className="hello">
      <img src="/icon.svg" alt="" width="40" height="40" />
      <h3>{words.chat.hello}</h3>
      {words.chat.examples.map((example) => (
        <button key={example} type="button" className="hello-example" onClick={() => say(example)}>
          {example}
        </button>
      ))}
      <p className="quiet">
        {words.chat.helloZone(zone.replaceAll("_", " "))}{" "}
        <Link href="/preferences" className="link">
          {words.chat.changeZone}
        </Link>
      </p>
    </div>
  );
}
