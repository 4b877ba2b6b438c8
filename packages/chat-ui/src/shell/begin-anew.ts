const BEGUN = "begun-anew";
const AT_MOST_EVERY_MS = 60_000;

/** After a release a part of the one before may be gone: the page begins anew then, but not over and over. */
export function beginAnewWhereGone(): void {
  addEventListener("vite:preloadError", () => {
    const last = Number(sessionStorage.getItem(BEGUN));
    if (Date.now() - last < AT_MOST_EVERY_MS) return;
    sessionStorage.setItem(BEGUN, String(Date.now()));
    location.reload();
  });
}
