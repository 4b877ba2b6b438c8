import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

const NEAR_END_PX = 48;
const GAP_PX = 8;

interface Following {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Stands behind all that is in the box. */
  readonly end: RefObject<HTMLSpanElement | null>;
  readonly isAtEnd: boolean;
  /** For each scrolling of the box. */
  readonly onScroll: () => void;
}

/** Follows what grows in a box for whoever is at its end, and for who has just said something: `said` tells what. */
export function useFollowing(said: string | undefined): Following {
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const top = useRef(0);
  const followed = useRef(said);
  const [isAtEnd, setIsAtEnd] = useState(true);
  useLayoutEffect(() => {
    const isJustSaid = said !== undefined && said !== followed.current;
    followed.current = said;
    if (!box.current || !(isAtEnd || isJustSaid)) return;
    follow(box.current);
    top.current = box.current.scrollTop;
  });
  // Also what grows below the window without any scrolling is further down.
  useEffect(() => {
    const look = new IntersectionObserver(
      (seen) => setIsAtEnd(seen.at(-1)?.isIntersecting === true),
      { root: box.current, rootMargin: `0px 0px ${NEAR_END_PX}px` },
    );
    if (end.current) look.observe(end.current);
    return () => look.disconnect();
  }, []);
  // Whoever goes up has left the end at once: near it, what grows would pull them back before they are away.
  const onScroll = (): void => {
    if (!box.current) return;
    const isBack = restOf(box.current) <= 1;
    if (isBack || box.current.scrollTop < top.current) setIsAtEnd(isBack);
    top.current = box.current.scrollTop;
  };
  return { box, end, isAtEnd, onScroll };
}

/**
 * To the end, but not past what was said last: an answer that is longer than the thread is read from its beginning.
 * Whoever has gone on to its end stays there.
 */
function follow(box: HTMLElement): void {
  const said = [...box.querySelectorAll<HTMLElement>(".said-line")].at(-1);
  const end = box.scrollTop + restOf(box);
  const beginning = said ? said.offsetTop - GAP_PX : end;
  box.scrollTo({ top: box.scrollTop > beginning + 1 ? end : Math.min(end, beginning) });
}

const restOf = (box: HTMLElement): number => box.scrollHeight - box.clientHeight - box.scrollTop;
