// Keeps the page itself, so that it opens without a connection. Nothing of a person is kept here, and nothing of the
// API passes through: whatever is not the page's own goes to the mesh as if this were not there.
const CACHE = "page";
const ASSETS = [];
const FILES = ["/", "/theme.js", "/icon.svg", "/manifest.webmanifest", ...ASSETS];
const VIEWS = /^\/(?:$|chat$|inbox$|preferences$|tasks\/)/;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && VIEWS.test(pathname)) event.respondWith(fresh(request, "/"));
  else if (pathname.startsWith("/assets/")) event.respondWith(kept(request));
  else if (FILES.includes(pathname)) event.respondWith(fresh(request, pathname));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
}

// It takes over once no page of the release before is open: what that had is needed no more.
async function begin() {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys())
    if (!FILES.includes(new URL(request.url).pathname)) await cache.delete(request);
  await self.clients.claim();
}

/** As the mesh has it; as it was kept, if the mesh is not reached. */
async function fresh(request, name) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(name, answer.clone());
    return answer;
  } catch {
    return (await cache.match(name)) ?? Response.error();
  }
}

/** What has a hash in its name never changes. */
async function kept(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
