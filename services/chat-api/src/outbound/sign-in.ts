import { setTimeout as pause } from "node:timers/promises";
import { devVerifier, type Logger, oidcVerifier, type VerifyToken } from "@todo-mesh/kit";
import { AppError, type SecretStore } from "@todo-mesh/ports";

export type AuthMode =
  | { readonly mode: "dev" }
  | {
      readonly mode: "oidc";
      readonly issuer: string;
      readonly audience: string;
      readonly jwksUrl?: string | undefined;
      readonly clientIds?: readonly string[] | undefined;
      /** As what the page signs people in. None: it does not. */
      readonly page?: { readonly id: string; readonly scope: string } | undefined;
    };

export interface SignIn {
  readonly verify: VerifyToken;
  isOpen(): boolean;
  /** Resolves once tokens can be checked. */
  open(): Promise<void>;
  /** What tokens of the mesh's own are signed with; throws where there are none. */
  readonly devSecret: () => string;
}

const DEV_SECRET = "auth-dev-secret";
const ASK_AGAIN_MS = 250;
const LOG_EVERY = 40;

/** Who may come in. In dev mode the secret is with the sidecar, which waits for us first: until it answers, nobody can. */
export function createSignIn(
  auth: AuthMode,
  { secrets, log }: { readonly secrets: SecretStore; readonly log: Logger },
  wait: (ms: number) => Promise<unknown> = pause,
): SignIn {
  let verify = auth.mode === "oidc" ? oidcVerifier(auth) : undefined;
  let secret: string | undefined;
  return {
    verify: async (token) => {
      if (!verify) throw starting();
      return verify(token);
    },
    isOpen: () => verify !== undefined,
    devSecret: () => {
      if (auth.mode === "oidc")
        throw new AppError("not-found", "People sign in with the provider of this mesh");
      if (secret === undefined) throw starting();
      return secret;
    },
    open: async () => {
      for (let tries = 1; !verify; tries += 1) {
        try {
          secret = await secrets.get(DEV_SECRET);
          verify = devVerifier(secret);
        } catch (error) {
          if (tries % LOG_EVERY === 0) log.warn("the sign-in secret cannot be read", { error });
          await wait(ASK_AGAIN_MS);
        }
      }
    },
  };
}

const starting = (): AppError => new AppError("unavailable", "The mesh is still starting");
