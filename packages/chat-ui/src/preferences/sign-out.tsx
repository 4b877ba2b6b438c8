import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { signOut } from "../session/session.ts";
import { words } from "../words/words.ts";
import { Deed } from "./deed.tsx";

/** Ends the session in this browser. */
export function SignOut(): ReactNode {
  const { offer, hint } = words.signOut;
  return (
    <fieldset>
      <legend>{offer}</legend>
      <Deed Icon={LogOut} hint={hint} label={offer} act={signOut} />
    </fieldset>
  );
}
