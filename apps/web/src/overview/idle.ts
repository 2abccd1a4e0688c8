import { useEffect, useState } from 'react';

/** How long at most a busy browser is waited for. */
const PATIENCE_MS = 1_500;

/** Whether the browser has been idle since something was ready: then is the time for the rest. */
export function useIdle(ready: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    // not everywhere: Safari has no idle callbacks
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), 200);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(() => setIdle(true), { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(asked);
  }, [ready]);
  return idle;
}
