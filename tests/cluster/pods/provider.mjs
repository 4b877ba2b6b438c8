// A sign-in provider for trials: whoever asks for a token gets it, in the name that they give.
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";

const [key, cert] = ["tls.key", "tls.crt"].map((name) => readFileSync(`/run/provider/${name}`));
const issuer = "https://provider";
const jwk = createPublicKey(createPrivateKey(key)).export({ format: "jwk" });

const encoded = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");

function tokenFor(user) {
  const now = Math.floor(Date.now() / 1_000);
  const head = encoded({ alg: "ES256", typ: "at+jwt", kid: "one" });
  const body = encoded({ iss: issuer, aud: "todo-mesh", sub: user, iat: now, exp: now + 3_600 });
  const data = Buffer.from(`${head}.${body}`);
  const signature = sign("sha256", data, { key, dsaEncoding: "ieee-p1363" });
  return `${head}.${body}.${signature.toString("base64url")}`;
}

const answerOf = ({ url, headers }) => {
  if (url === "/.well-known/openid-configuration") return { issuer, jwks_uri: `${issuer}/jwks` };
  if (url === "/jwks") return { keys: [{ ...jwk, kid: "one", alg: "ES256", use: "sig" }] };
  const [user] = atob(headers.authorization.split(" ")[1]).split(":");
  return { access_token: tokenFor(user), token_type: "Bearer", expires_in: 3_600 };
};

createServer({ key, cert }, (req, res) => {
  res.setHeader("content-type", "application/json");
  res.end(JSON.stringify(answerOf(req)));
}).listen(8_443);
process.on("SIGTERM", () => process.exit());
