import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from "node:fs";
import { once } from "node:events";
import type { Client, Connection } from "pg";

/** What a file of COPY holds, so that it can be told whether it is whole. */
export interface CopyFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes what `COPY … TO STDOUT` gives into a file as it comes: bytes as the server keeps them, never all in memory. */
export async function copyOut(client: Client, sql: string, file: string): Promise<CopyFile> {
  const handle = openSync(file, "w", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await run(client, sql, {
      handleCopyData: ({ chunk }: { readonly chunk: Buffer }) => {
        writeSync(handle, chunk);
        hash.update(chunk);
        bytes += chunk.length;
      },
    });
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Sends a file to `COPY … FROM STDIN`. */
export const copyIn = (client: Client, sql: string, file: string): Promise<void> =>
  run(client, sql, {
    handleCopyInResponse: (connection: Connection) => {
      if (!takesCopy(connection)) throw new Error("This version of pg cannot send a copy");
      sendFile(connection, file).catch((error: unknown) => connection.sendCopyFail(String(error)));
    },
  });

/** The checksum of a file, to be held against what it was when it was written. */
export async function sumOf(file: string): Promise<CopyFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

interface Copying {
  sendCopyFromChunk(chunk: Buffer): void;
  sendCopyFail(reason: string): void;
  endCopyFrom(): void;
}

const takesCopy = (connection: Connection): connection is Connection & Copying =>
  "sendCopyFromChunk" in connection;

async function sendFile(connection: Connection & Copying, file: string): Promise<void> {
  for await (const chunk of createReadStream(file)) {
    connection.sendCopyFromChunk(chunk);
    if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
  }
  connection.endCopyFrom();
}

/** What `pg` calls of a query while it is the one under way. */
function run(client: Client, sql: string, handlers: object): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const query = {
      submit: (connection: Connection) => connection.query(sql),
      handleCommandComplete: () => undefined,
      handleError: (error: unknown) => {
        failure = error;
        reject(error);
      },
      handleReadyForQuery: () => (failure === undefined ? resolve() : undefined),
      ...handlers,
    };
    client.query(query);
  });
}
