import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";

export interface MenuItem {
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly isDangerous?: boolean;
  readonly act: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  /** Where the focus goes back to, if that is not the anchor. */
  readonly backTo?: HTMLElement | undefined;
}

const GAP_PX = 4;
const EDGE_PX = 8;

/** What can be done with something, beside it. The browser closes it by Escape or a press elsewhere; the focus goes back. */
function Menu({ label, anchor, items, onClose, backTo = anchor }: MenuProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useLayoutEffect(() => {
    const shown = menu.current;
    if (!shown) return undefined;
    const heard = (event: ToggleEvent): void => {
      if (event.newState === "closed") close.current();
    };
    // When it has closed it may have been opened again.
    shown.addEventListener("beforetoggle", heard);
    shown.showPopover();
    placeBeside(shown, anchor);
    buttonsOf(shown)[0]?.focus();
    return () => {
      shown.removeEventListener("beforetoggle", heard);
      if (shown.contains(document.activeElement)) backTo.focus();
    };
  }, [anchor, backTo]);
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className="menu"
      onKeyDown={moveFocus}
    >
      {items.map(({ label: said, Icon, isDangerous, act }) => (
        <button
          key={said}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="menu-item"
          data-dangerous={isDangerous === true}
          onClick={() => {
            backTo.focus();
            onClose();
            act();
          }}
        >
          <Icon size={16} aria-hidden="true" />
          {said}
        </button>
      ))}
    </div>
  );
}

interface MenuButtonProps extends Pick<MenuProps, "label" | "items"> {
  readonly className?: string;
  /** It is reached by the keys of its list, and gives the focus back to its row. */
  readonly isInList?: boolean;
  readonly children: ReactNode;
}

/** A button that opens a menu. */
export function MenuButton({
  label,
  items,
  className,
  isInList = false,
  children,
}: MenuButtonProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <button
        type="button"
        className={className ?? "icon-button"}
        aria-label={label}
        aria-haspopup="menu"
        tabIndex={isInList ? -1 : undefined}
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {children}
      </button>
      {anchor && (
        <Menu
          label={label}
          anchor={anchor}
          items={items}
          backTo={isInList ? rowOf(anchor) : anchor}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}

const rowOf = (anchor: HTMLElement): HTMLElement =>
  anchor.closest<HTMLElement>("[role=row]") ?? anchor;

const buttonsOf = (menu: HTMLElement): HTMLButtonElement[] => [...menu.querySelectorAll("button")];

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  // A key in the menu is none for the list below it.
  event.stopPropagation();
  const buttons = buttonsOf(event.currentTarget);
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  const next = to[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons.at(next % buttons.length)?.focus();
}

/** Below the anchor and at its end, above it where there is no room, and never beyond the window. */
function placeBeside(menu: HTMLElement, anchor: HTMLElement): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isRtl = getComputedStyle(anchor).direction === "rtl";
  const x = isRtl ? left : right - width;
  const isBelow = bottom + GAP_PX + height < innerHeight;
  const y = isBelow ? bottom + GAP_PX : top - GAP_PX - height;
  menu.style.left = `${Math.max(EDGE_PX, Math.min(x, innerWidth - width - EDGE_PX))}px`;
  menu.style.top = `${Math.max(EDGE_PX, y)}px`;
}
