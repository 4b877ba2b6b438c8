import { z } from "zod";

/** A person, as the token's `sub` names them (RFC 7519 §4.1.2; OpenID Connect Core §2: at most 255 characters): opaque, case-sensitive, printable. */
export const UserId = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 printable characters")
  .meta({
    id: "UserId",
    description: "A person, as the token's `sub` names them.",
    examples: ["ada"],
  });
export type UserId = z.infer<typeof UserId>;
