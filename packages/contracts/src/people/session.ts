import { z } from "zod";
import { PersonPreferences } from "./preferences.ts";
import { UserId } from "./user.ts";

/** The longest token of the mesh's own is far shorter. */
const Pass = z.string().min(1).max(2_000);

export const SignInRequest = z
  .union([z.strictObject({ code: Pass }), z.strictObject({ renewal: Pass })], {
    error: "give {code} of a link, or {renewal} of a session",
  })
  .meta({
    id: "SignInRequest",
    description:
      "The one-time `code` of the link that `make up` or `make link` prints, or the `renewal` of a session.",
    examples: [{ code: "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk" }],
  });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const Session = z
  .object({
    user_id: UserId,
    token: z.string().meta({ description: "The bearer token, for some minutes." }),
    expires_at: z.iso.datetime(),
    renewal: z.string().meta({ description: "What the next token is given for." }),
  })
  .meta({
    id: "Session",
    description: "A page that is signed in, and until when.",
    examples: [
      {
        user_id: "ada",
        token: "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk",
        expires_at: "2026-11-27T09:15:00.000Z",
        renewal: "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk",
      },
    ],
  });
export type Session = z.infer<typeof Session>;

/** As what the page comes to the provider (RFC 6749 §2.2): a public client, for it can keep no secret. */
const PageClient = z
  .object({
    id: z.string(),
    scope: z.string(),
    audience: z.string().meta({ description: "Whom its access tokens are for: this API." }),
  })
  .meta({
    id: "PageClient",
    description: "As what the page signs people in with their provider. None: it does not.",
    examples: [{ id: "todo-mesh-page", scope: "openid offline_access", audience: "todo-mesh" }],
  });

export const PageConfig = z
  .object({
    sign_in: z.discriminatedUnion("mode", [
      z.object({ mode: z.literal("dev") }),
      z.object({ mode: z.literal("oidc"), issuer: z.url(), client: PageClient.optional() }),
    ]),
  })
  .meta({
    id: "PageConfig",
    description: "What a page must know before anybody is signed in.",
    examples: [{ sign_in: { mode: "dev" } }],
  });
export type PageConfig = z.infer<typeof PageConfig>;

/** Whom a token speaks for: its `sub`, by which their own is found. */
export const TokenOwner = z.object({ user_id: UserId }).meta({
  id: "TokenOwner",
  description: "Whom a token speaks for.",
  examples: [{ user_id: "ada" }],
});
export type TokenOwner = z.infer<typeof TokenOwner>;

/** What whoever opens the mesh for a person needs to begin. */
export const SessionRead = z
  .object({
    user_id: UserId,
    preferences: PersonPreferences,
    sign_in: PageConfig.shape.sign_in,
    model: z.boolean().meta({ description: "Whether a model answers what the grammar does not." }),
    channels: z.array(z.string()).meta({ description: "Where reminders are shown." }),
  })
  .meta({
    id: "SessionRead",
    description: "Whose token it is, what they have chosen, and what this mesh can do.",
  });
export type SessionRead = z.infer<typeof SessionRead>;
