import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { words } from "../words/words.ts";
import { readConfig } from "./session.ts";

/** Says how to sign in, and why it did not work, if that is known. */
export function SignedOutScreen({ why }: { readonly why: string }): ReactNode {
  const { data } = useQuery({ queryKey: ["config"], queryFn: readConfig });
  const how =
    data?.sign_in.mode === "oidc" ? words.signIn.oidc(data.sign_in.issuer) : words.signIn.dev;
  return (
    <main className="signed-out">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>{words.signIn.heading}</h1>
      {why && <p role="alert">{why}</p>}
      <p>{how}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {words.signIn.again}
      </button>
    </main>
  );
}
