/** What the page weighs as a browser takes it, in KB (1 000 bytes), without fonts. */
export interface Bytes {
  /** The document and what it names: before that is there nothing can be done. */
  readonly beforeUsable: number;
  readonly all: number;
}

export async function bytesOf(address: string): Promise<Bytes> {
  const document = await (await fetch(address)).text();
  const worker = await (await fetch(`${address}/sw.js`)).text();
  const named = assetsIn(document);
  const all = [...new Set([...named, ...assetsIn(worker)])];
  const sizes = new Map<string, number>();
  for (const asset of all) sizes.set(asset, await packedSize(address + asset));
  const sum = (assets: readonly string[]): number =>
    assets.reduce((total, asset) => total + (sizes.get(asset) ?? 0), 0) / 1_000;
  const first = (await packedSize(address)) / 1_000;
  return { beforeUsable: first + sum(named), all: sum(all) };
}

const assetsIn = (text: string): string[] => text.match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [];

// Fetch unpacks what it reads, so the length is asked for and not counted.
async function packedSize(url: string): Promise<number> {
  const { headers } = await fetch(url, {
    method: "HEAD",
    headers: { "accept-encoding": "br" },
  });
  return Number(headers.get("content-length"));
}
