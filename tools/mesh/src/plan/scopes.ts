import { type Listener, LISTENERS } from "@todo-mesh/contracts/events";
import { parseDocument } from "yaml";

/** A component that only those may use who listen by it; everything else in its file stays as it is written. */
export function scopedComponent(text: string, by: Listener["by"]): string {
  const component = parseDocument(text);
  const services = LISTENERS.filter((one) => one.by === by).map(({ service }) => service);
  component.set("scopes", component.createNode([...new Set(services)]));
  return component.toString({ lineWidth: 0 });
}
