import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Configuration, Provider } from "oidc-provider";

/** Whom the tokens are for, and as what the page asks for them. */
export const AUDIENCE = "https://todo-mesh.example/api";
export const CLIENT = "todo-mesh-page";

const HOUR = 3_600;
// The page renews a token at half of its time.
const TOKEN_SECONDS = 4;

export interface SignInProvider {
  readonly issuer: string;
  /** From now on it knows the page that is served there. */
  readonly open: (page: string) => void;
  /** How often a token was given for a renewal. */
  readonly renewals: () => number;
  /** No renewal that it gave so far counts any more, as when somebody ends all sessions. */
  readonly revokeAll: () => Promise<void>;
  close(): Promise<void>;
}

/** A real provider of OpenID Connect on loopback, where a name is enough to sign in. */
export async function signInProvider(): Promise<SignInProvider> {
  let provider: Provider | undefined;
  let renewals = 0;
  const given = new Set<{ destroy(): Promise<void> }>();
  const server = createServer((req, res) => {
    if (!provider) res.writeHead(503).end();
    else if (req.url?.startsWith("/interaction/")) void interact(provider, req, res);
    else void provider.callback()(req, res);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port");
  const issuer = `http://127.0.0.1:${address.port}`;
  return {
    issuer,
    open: (page) => {
      provider = new Provider(issuer, configurationFor(page));
      provider.on("refresh_token.saved", (token) => given.add(token));
      provider.on("refresh_token.consumed", () => (renewals += 1));
    },
    renewals: () => renewals,
    revokeAll: async () => {
      await Promise.all([...given].map((token) => token.destroy()));
      given.clear();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const configurationFor = (page: string): Configuration => ({
  clients: [
    {
      client_id: CLIENT,
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      redirect_uris: [`${page}/`],
      post_logout_redirect_uris: [`${page}/`],
    },
  ],
  clientBasedCORS: (_ctx, origin) => origin === page,
  cookies: { keys: [randomUUID()] },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    rpInitiatedLogout: {
      logoutSource: (ctx, form) => {
        ctx.body = `<!doctype html><html lang="en"><title>Provider</title>${form}
          <button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`;
      },
    },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({
        scope: "",
        audience: AUDIENCE,
        accessTokenFormat: "jwt",
        accessTokenTTL: TOKEN_SECONDS,
      }),
      useGrantedResource: () => true,
    },
  },
  findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  jwks: { keys: [{ ...privateKey(), alg: "RS256", use: "sig", kid: "only" }] },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  // Longer than any test; named, for the provider complains of what is not.
  ttl: {
    AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? HOUR,
    Grant: HOUR,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: HOUR,
    Session: HOUR,
  },
});

const privateKey = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });

/** Asks who somebody is, or whether they want to come in at all; what the page asks for they get. */
async function interact(
  provider: Provider,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(req, res);
  if (prompt.name === "consent") {
    const grant = new provider.Grant({ accountId: session?.accountId ?? "", clientId: CLIENT });
    grant.addOIDCScope(String(params["scope"]));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(req, res, { consent }, { mergeWithLastSubmission: true });
  }
  if (req.method !== "POST") return void res.setHeader("content-type", "text/html").end(FORM);
  const said = new URLSearchParams(await text(req));
  const accountId = said.get("name");
  const result = accountId
    ? { login: { accountId } }
    : { error: "access_denied", error_description: "You did not want to." };
  return provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

const FORM = `<!doctype html><html lang="en"><title>Provider</title>
<form method="post"><label>Name <input name="name"></label><button>Go on</button></form>`;
