import { kubectl } from "@todo-mesh/cluster";

/** Apart from what `make cluster-up` installs. */
export const NAMESPACE = "trial";

/** kubectl in the namespace of the trial. */
export const inTrial = async (args: readonly string[], input?: string): Promise<string> =>
  kubectl(["--namespace", NAMESPACE, ...args], input);
