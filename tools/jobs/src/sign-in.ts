import { z } from "zod";

const Answer = z.object({ access_token: z.string() });
const Claims = z.object({ sub: z.string() });

interface Client {
  readonly TOKEN_URL: string;
  readonly TOKEN_SCOPE: string;
  readonly CLIENT_ID: string;
  readonly CLIENT_SECRET: string;
}

/** Signs in as a client of the provider (client credentials), and answers who that is. */
export async function signIn(client: Client): Promise<{ user: string; token: string }> {
  const scope = client.TOKEN_SCOPE;
  const answer = await fetch(client.TOKEN_URL, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${client.CLIENT_ID}:${client.CLIENT_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials", ...(scope !== "" && { scope }) }),
  });
  if (!answer.ok)
    throw new Error(`The sign-in provider said ${answer.status}: ${await answer.text()}`);
  const { access_token: token } = Answer.parse(await answer.json());
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
  return { user: Claims.parse(JSON.parse(payload)).sub, token };
}
