import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  AuthorizationResponseError,
  type AuthorizationServer,
  calculatePKCECodeChallenge,
  type Client,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  ResponseBodyError,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from "oauth4webapi";
import { unreached } from "../api/problem.ts";
import { words } from "../words/words.ts";
import { readConfig } from "./config.ts";
import type { OpenSession } from "./open-session.ts";
import { refusalOf, SignedOut } from "./session-error.ts";

/** Signing in with a provider: OpenID Connect, the authorization code flow with PKCE (RFC 7636), and nothing else. */

interface Provider {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly scope: string;
  readonly audience: string;
  readonly options: { readonly [allowInsecureRequests]?: boolean };
}

/** What is remembered on the way to the provider and back. */
interface Leaving {
  readonly state: string;
  readonly verifier: string;
  readonly place: string;
}

const LEAVING = "leaving";
const backTo = (): string => `${location.origin}/`;

/** Goes to the provider; from there one comes back to where one is now. */
export async function goSignIn(): Promise<void> {
  const { server, client, scope, audience } = await findProvider();
  const leaving: Leaving = {
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
    place: location.pathname,
  };
  sessionStorage.setItem(LEAVING, JSON.stringify(leaving));
  const address = new URL(server.authorization_endpoint ?? "");
  const asked = {
    client_id: client.client_id,
    response_type: "code",
    redirect_uri: backTo(),
    scope,
    state: leaving.state,
    code_challenge: await calculatePKCECodeChallenge(leaving.verifier),
    code_challenge_method: "S256",
    // Without it some give no more than an hour (OpenID Connect Core §11).
    ...(scope.split(" ").includes("offline_access") && { prompt: "consent" }),
    ...forAudience(audience),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  location.assign(address);
}

/** Whoever comes back from the provider. Undefined: nobody left from here. */
export async function comeBack(address: string): Promise<OpenSession | undefined> {
  const left = sessionStorage.getItem(LEAVING);
  if (left === null) return undefined;
  const { state, verifier, place } = JSON.parse(left) as Leaving;
  sessionStorage.removeItem(LEAVING);
  history.replaceState(null, "", place);
  const { server, client, audience, options } = await findProvider();
  const tokens = await granted(async () => {
    const given = validateAuthResponse(server, client, new URL(address), state);
    const answer = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      given,
      backTo(),
      verifier,
      { ...options, additionalParameters: forAudience(audience) },
    );
    return processAuthorizationCodeResponse(server, client, answer, { requireIdToken: true });
  });
  return { ...tokens, user_id: await whoseIs(tokens.token) };
}

/** The next token of somebody. A provider may give its renewal anew, and take none twice: what it gave is not let go. */
export async function renew(renewal: string, before: Before): Promise<OpenSession> {
  const { server, client, audience, options } = await findProvider();
  const next = await granted(async () => {
    const answer = await refreshTokenGrantRequest(server, client, None(), renewal, {
      ...options,
      additionalParameters: forAudience(audience),
    });
    return processRefreshTokenResponse(server, client, answer);
  });
  return {
    ...before,
    ...next,
    renewal: next.renewal ?? renewal,
    id_token: next.id_token ?? before.id_token,
  };
}

type Before = Pick<OpenSession, "user_id" | "id_token">;

/** Gives the renewal back; answers where the provider ends its own session. */
export async function endSession(idToken: string, renewal: string | undefined): Promise<string> {
  const { server, client, options } = await findProvider();
  if (renewal !== undefined && server.revocation_endpoint !== undefined)
    // Whatever comes of it, whoever signs out is signed out here.
    await revocationRequest(server, client, None(), renewal, options).catch(() => undefined);
  if (server.end_session_endpoint === undefined) return "/";
  const address = new URL(server.end_session_endpoint);
  address.searchParams.set("id_token_hint", idToken);
  address.searchParams.set("client_id", client.client_id);
  address.searchParams.set("post_logout_redirect_uri", backTo());
  return address.href;
}

async function findProvider(): Promise<Provider> {
  const { sign_in: way } = await readConfig();
  if (way.mode !== "oidc" || !way.client) throw new SignedOut();
  const issuer = new URL(way.issuer);
  // The mesh itself takes such an issuer on this machine alone.
  const options = { [allowInsecureRequests]: issuer.protocol === "http:" };
  const answer = await discoveryRequest(issuer, options).catch(unreached);
  const server = await processDiscoveryResponse(issuer, answer);
  const { id, scope, audience } = way.client;
  return { server, client: { client_id: id }, scope, audience, options };
}

// RFC 8707 names the resource; some providers have a parameter of their own for it, and what they do not know is ignored.
const forAudience = (audience: string): Record<string, string> =>
  URL.canParse(audience) ? { resource: audience, audience } : { audience };

async function granted(
  ask: () => Promise<TokenEndpointResponse>,
): Promise<Omit<OpenSession, "user_id">> {
  const given = await ask().catch(refused);
  return {
    token: given.access_token,
    expires_at: new Date(Date.now() + (given.expires_in ?? ONE_HOUR_S) * 1_000).toISOString(),
    renewal: given.refresh_token,
    id_token: given.id_token,
  };
}

const ONE_HOUR_S = 3_600;

/** The mesh says whose a token is: what names them in an ID token need not be what names them in this. */
async function whoseIs(token: string): Promise<string> {
  const answer = await fetch("/me", { headers: { authorization: `Bearer ${token}` } }).catch(
    unreached,
  );
  if (!answer.ok) throw await refusalOf(answer);
  return ((await answer.json()) as { readonly user_id: string }).user_id;
}

function refused(error: unknown): never {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    throw new SignedOut(words.signIn.refused(error.error_description ?? error.error));
  return unreached(error);
}
