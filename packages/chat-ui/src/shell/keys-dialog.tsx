import type { ReactNode } from "react";
import { words } from "../words/words.ts";
import { Dialog } from "./dialog.tsx";

/** Which key does what. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog heading={words.keys.heading} closeLabel={words.keys.close} onClose={onClose}>
      <dl className="keys">
        {words.keys.rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
