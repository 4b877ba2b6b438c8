import type { Session, SignInRequest, UserId } from "@todo-mesh/contracts";
import { devVerifier, signDevToken } from "@todo-mesh/kit";
import { AppError, type Clock, kindOf, type StateStore } from "@todo-mesh/ports";
import { hashOf } from "@todo-mesh/state";

/** Signs the page in: by the code of a link, which is spent by that, or by the renewal of its session. */
export type OpenSession = (request: SignInRequest) => Promise<Session>;

interface SessionDeps {
  readonly store: Pick<StateStore, "transact">;
  readonly clock: Clock;
  /** What tokens of the mesh's own are signed with; throws where there are none. */
  readonly devSecret: () => string;
}

const TOKEN_MINUTES = 15;
const RENEWAL = "7d";
// A code is refused by its age long before what was kept of it goes.
const SPENT_SECONDS = 60 * 60;

export function createOpenSession({ store, clock, devSecret }: SessionDeps): OpenSession {
  // Expecting that nobody was here before makes it count once, on whichever replica.
  const spend = async (code: string): Promise<void> => {
    const put = `sign-in-code:${hashOf(code)}`;
    await store
      .transact([{ put, value: true, expect: "absent", ttlSeconds: SPENT_SECONDS }])
      .catch((error: unknown) => {
        throw kindOf(error) === "conflict" ? usedUp() : error;
      });
  };
  const userIn = async (request: SignInRequest): Promise<UserId> => {
    if ("renewal" in request) return devVerifier(devSecret(), "renewal")(request.renewal);
    const user = await devVerifier(devSecret(), "link")(request.code);
    await spend(request.code);
    return user;
  };

  return async (request) => {
    const user = await userIn(request);
    const expires = new Date(clock.now().getTime() + TOKEN_MINUTES * 60_000);
    return {
      user_id: user,
      token: await signDevToken(devSecret(), { user, expiresIn: `${TOKEN_MINUTES}m` }),
      expires_at: expires.toISOString(),
      renewal: await signDevToken(devSecret(), { user, use: "renewal", expiresIn: RENEWAL }),
    };
  };
}

const usedUp = (): AppError =>
  new AppError("unauthenticated", "This link was used already: “make link” prints another");
