import { createHash, timingSafeEqual } from "node:crypto";

/** Whether what is shown is that secret. How long it takes tells nothing about the secret, not even its length. */
export function sameAs(secret: string): (shown: string) => boolean {
  // Digests are of one length.
  const expected = digest(secret);
  return (shown) => timingSafeEqual(digest(shown), expected);
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
