import {
  type ReactElement,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import classes from './table-frame.module.css';

interface TableFrameProps {
  /** How wide the table is at least, in pixels: below, it scrolls sideways. */
  readonly minWidth?: number;
  /** How high it is at most, in pixels: beyond, it scrolls. */
  readonly maxHeight?: number;
  readonly children: ReactNode;
}

/** Which columns are out of sight. */
type More = 'before' | 'after' | 'both';

/**
 * Holds a table that can be wider than its place: it scrolls within, its first column stays, and a
 * shadow lies over the edge that hides more. Those at the keyboard can reach it when it scrolls.
 */
export function TableFrame({ minWidth, maxHeight, children }: TableFrameProps): ReactElement {
  const view = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<More>();
  const [scrolls, setScrolls] = useState(false);
  const look = useCallback(() => {
    const { current: element } = view;
    if (!element) return;
    const { scrollLeft, scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    setMore(moreOf(scrollLeft > 1, scrollWidth - clientWidth - scrollLeft > 1));
    setScrolls(scrollWidth - clientWidth > 1 || scrollHeight - clientHeight > 1);
  }, []);
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    for (const element of [view.current, view.current?.firstElementChild])
      if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [look]);
  return (
    <div className={classes.frame} data-more={more}>
      <div
        ref={view}
        className={classes.view}
        style={{ maxHeight }}
        onScroll={look}
        {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': 'Table that scrolls' })}
      >
        <div style={{ minWidth }}>{children}</div>
      </div>
    </div>
  );
}

function moreOf(before: boolean, after: boolean): More | undefined {
  if (before && after) return 'both';
  if (before) return 'before';
  return after ? 'after' : undefined;
}
