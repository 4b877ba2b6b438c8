import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useAttempt } from "../shell/use-attempt.ts";
import { words } from "../words/words.ts";
import { readConfig } from "./config.ts";

// What needs a provider comes where people have one.
const go = async (): Promise<void> => (await import("./provider.ts")).goSignIn();
const useWay = () => useQuery({ queryKey: ["config"], queryFn: readConfig }).data?.sign_in;

/** Says how to sign in, and why it did not work, if that is known. */
export function SignedOutScreen({ why }: { readonly why: string }): ReactNode {
  const way = useWay();
  const { fault, isUnderWay, attempt } = useAttempt(words.signIn.refused);
  const isHere = way?.mode === "oidc" && way.client !== undefined;
  const said = fault || why;
  return (
    <main className="signed-out">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>{words.signIn.heading}</h1>
      {said && <p role="alert">{said}</p>}
      {way && <p>{howTo(way)}</p>}
      {isHere ? (
        <button
          type="button"
          className="button"
          data-tone="main"
          disabled={isUnderWay}
          onClick={() => void attempt(go)}
        >
          {words.signIn.go}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.signIn.again}
        </button>
      )}
    </main>
  );
}

type Way = NonNullable<ReturnType<typeof useWay>>;

function howTo(way: Way): string {
  if (way.mode === "dev") return words.signIn.dev;
  const { host } = new URL(way.issuer);
  return way.client ? words.signIn.oidc(host) : words.signIn.noClient(host);
}

/** Whoever is signed out while they write loses nothing: they sign in beside this, and it goes on. */
export function OutNotice(): ReactNode {
  const way = useWay();
  return (
    <p className="offline" role="alert">
      {words.signIn.out}{" "}
      {way?.mode === "oidc" ? (
        <a className="link" href="/" target="_blank">
          {words.signIn.beside}
        </a>
      ) : (
        words.signIn.dev
      )}
    </p>
  );
}
