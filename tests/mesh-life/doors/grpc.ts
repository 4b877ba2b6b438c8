import { connect } from "node:http2";

/** How a caller shows who it is; without it there is no TLS at all. */
export interface Tls {
  readonly cert?: string;
  readonly key?: string;
}

export interface GrpcCall {
  readonly port: number;
  readonly method: string;
  readonly body: Buffer;
  readonly tls?: Tls | undefined;
}

/** One unary call, without a client library: whoever attacks needs none either. Rejects unless it is answered well. */
export async function grpc({ port, method, body, tls }: GrpcCall): Promise<Buffer> {
  const address = `${tls ? "https" : "http"}://127.0.0.1:${port}`;
  const session = connect(address, { rejectUnauthorized: false, ...tls });
  try {
    return await new Promise((resolve, reject) => {
      setTimeout(reject, 10_000, new Error("no answer in 10 s")).unref();
      session.once("error", reject);
      session.once("close", () => reject(new Error("the connection was closed")));
      const stream = session.request({
        ":method": "POST",
        ":path": `/${method}`,
        "content-type": "application/grpc",
        te: "trailers",
      });
      const chunks: Buffer[] = [];
      let status = "none";
      const judge = (headers: Record<string, unknown>) => {
        const { "grpc-status": code, "grpc-message": message } = headers;
        if (typeof code === "string") status = `${code}: ${JSON.stringify(message)}`;
      };
      stream.on("response", judge).on("trailers", judge).on("error", reject);
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        if (status.startsWith("0:")) resolve(Buffer.concat(chunks).subarray(5));
        else reject(new Error(`gRPC status ${status}`));
      });
      stream.end(framed(body));
    });
  } finally {
    session.destroy();
  }
}

function framed(body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

/** A field of a protobuf message: text, bytes and messages, or a small number. */
export function field(number: number, value: string | Buffer | number): Buffer {
  if (typeof value === "number") return Buffer.from([number * 8, value]);
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([number * 8 + 2]), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
}

/** The first field with this number in a message, which holds nothing but text, bytes and messages up to it. */
export function fieldOf(message: Buffer, wanted: number): Buffer {
  let at = 0;
  while (at < message.length) {
    const number = (message[at] ?? 0) >> 3;
    let [length, shift, byte] = [0, 1, 0x80];
    for (at += 1; byte >= 0x80; at += 1, shift *= 128) {
      byte = message[at] ?? 0;
      length += (byte % 128) * shift;
    }
    if (number === wanted) return message.subarray(at, at + length);
    at += length;
  }
  throw new Error(`There is no field ${wanted}`);
}
