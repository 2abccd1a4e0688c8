import { useEffect, useRef, useState } from 'react';

/**
 * Gives the focus back to what opened a dialog, once the dialog is closed. For dialogs that are
 * mounted open: the kit's own dialogs remember it only where they are mounted closed.
 * @param opened whether the dialog is open; absent: as long as it is mounted
 */
export function useReturnFocus(opened = true): void {
  const [opener] = useState(openerNow);
  const timer = useRef(0);
  useEffect(() => {
    if (!opened) return;
    clearTimeout(timer.current);
    return () => {
      timer.current = window.setTimeout(() => giveBack(opener));
    };
  }, [opened, opener]);
}

/** What has the focus; of an item of a menu, the button of that menu. */
function openerNow(): Element | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : active;
}

function giveBack(opener: Element | null): void {
  const active = document.activeElement;
  const elsewhere =
    active && active !== document.body && active.closest('[role="dialog"],[role="menu"]') === null;
  if (elsewhere) return;
  // what opened it may be gone: a step that is done, a unit that is retired
  const wanted = opener?.isConnected && opener !== document.body ? opener : heading();
  if (wanted instanceof HTMLElement) wanted.focus({ preventScroll: true });
}

/** The page's heading, made ready to take the focus. */
function heading(): HTMLElement | null {
  const found = document.querySelector('h1');
  found?.setAttribute('tabindex', '-1');
  return found;
}
