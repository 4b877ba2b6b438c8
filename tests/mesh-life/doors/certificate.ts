import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { field, fieldOf, grpc, type Tls } from "./grpc.ts";

const ED25519 = Buffer.from("300506032b6570", "hex");

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  return Buffer.concat([Buffer.from(length < 128 ? [tag, length] : [tag, 0x81, length]), content]);
};

/** What asks for a certificate: it names nobody, for sentry writes the name. */
function requestOf(privateKey: KeyObject, publicKey: KeyObject): string {
  const info = der(
    0x30,
    Buffer.from("0201003000", "hex"),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa0),
  );
  const signature = der(0x03, Buffer.from([0]), sign(null, info, privateKey));
  const whole = der(0x30, info, ED25519, signature);
  return `-----BEGIN CERTIFICATE REQUEST-----\n${whole.toString("base64")}\n-----END CERTIFICATE REQUEST-----\n`;
}

export interface Wanted {
  /** Where sentry listens. */
  readonly port: number;
  readonly appId: string;
  readonly token: string;
  /** Sentry's word for how the token is to be looked at: 1 not at all, 3 by its signature. */
  readonly validator?: number;
}

/** Asks sentry for a certificate in the name of an app. */
export async function certificateOf({ port, appId, token, validator = 3 }: Wanted): Promise<Tls> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const body = Buffer.concat([
    field(1, appId),
    field(2, token),
    field(4, "default"),
    field(5, requestOf(privateKey, publicKey)),
    field(6, validator),
  ]);
  const method = "dapr.proto.sentry.v1.CA/SignCertificate";
  const answer = await grpc({ port, method, body, tls: {} });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { cert: fieldOf(answer, 1).toString(), key };
}
