/** Whoever is signed in, by what, and what the next token is given for. */
export interface OpenSession {
  readonly user_id: string;
  readonly token: string;
  readonly expires_at: string;
  /** None: its provider gives no more than this token. */
  readonly renewal?: string | undefined;
  /** Where a provider signed them in: what it is shown when they sign out. */
  readonly id_token?: string | undefined;
}

const KEPT = { renewal: "renewal", user: "user", id_token: "id_token" } as const;

const keep = (key: string, value: string | undefined): void =>
  value === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value);
const kept = (key: string): string | undefined => sessionStorage.getItem(key) ?? undefined;

/** What outlives a reload: never the token itself. */
export function keepSession({ renewal, user_id, id_token }: OpenSession): void {
  keep(KEPT.renewal, renewal);
  keep(KEPT.user, user_id);
  keep(KEPT.id_token, id_token);
}

export const keptRenewal = (): string | undefined => kept(KEPT.renewal);
/** Only a provider gives one. */
export const keptIdToken = (): string | undefined => kept(KEPT.id_token);
/** Whoever was signed in here before a reload, for as long as nobody has said that they are not any more. */
export const userBefore = (): string | undefined => kept(KEPT.user);

export const forgetSession = (): void => Object.values(KEPT).forEach((key) => keep(key, undefined));
