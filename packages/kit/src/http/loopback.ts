import { BlockList, isIPv4, isIPv6 } from "node:net";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** Whether only this machine can reach what listens on `host`. A name other than `localhost` may point anywhere. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  if (isIPv4(bare)) return LOOPBACK.check(bare, "ipv4");
  if (isIPv6(bare)) return LOOPBACK.check(bare, "ipv6");
  return bare.toLowerCase() === "localhost";
}

/** In dev mode anyone may make a token: throws unless the public door is for this machine alone. */
export function assertDevModeIsPrivate(host: string): void {
  if (isLoopback(host)) return;
  throw new Error(
    `AUTH_MODE=dev lets anyone sign in, so PUBLIC_HOST must be a loopback address such as 127.0.0.1, not ${host}. For a door that others can reach, set AUTH_MODE=oidc with OIDC_ISSUER and OIDC_AUDIENCE.`,
  );
}
