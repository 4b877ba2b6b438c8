import type { Page } from "@playwright/test";

/** What of the page nobody sees whole: what is beside the window, and letters that are beyond their box. */
export const outOfSight = (page: Page): Promise<string[]> => page.evaluate<string[]>(OUT_OF_SIGHT);

// In the browser, as text: what an element is there, Node does not know.
const OUT_OF_SIGHT = `(() => {
  const UNSEEN = ".sr, .skip, .ghosts, .nav-label, noscript, option";
  const BOX = "button, a, h2, h3, p, label, li, [role=row], .badge, .avatar, .task-tag, .toast";
  const { documentElement: root } = document;
  const seen = [...document.querySelectorAll("body *")].filter(
    (each) => !each.closest(UNSEEN) && each.checkVisibility({ visibilityProperty: true }),
  );
  const name = (each) => each.tagName.toLowerCase() + "." + each.classList[0];
  const scrolls = (each) =>
    each !== null && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
  const isBeside = (each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1) && !scrolls(each.parentElement);
  };
  const letters = (each) => [...each.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
  const isBeyond = (each) => {
    const box = (each.closest(BOX) ?? each).getBoundingClientRect();
    return letters(each).some((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { top, bottom } = range.getBoundingClientRect();
      return bottom > box.bottom + 2 || top < box.top - 2;
    });
  };
  return [
    ...(root.scrollWidth > root.clientWidth ? ["the page is wider than its window"] : []),
    ...seen.filter(isBeside).map((each) => name(each) + " is beside the window"),
    ...seen.filter(isBeyond).map((each) => name(each) + " has letters beyond its box"),
  ];
})()`;
