import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';

const Notifications = lazy(() =>
  import('@mantine/notifications').then(({ Notifications }) => ({ default: Notifications })),
);

/** What somebody does before anything is to be told them. */
const DEEDS = ['pointerdown', 'keydown'] as const;

/** The corner in which it is told what was done; loaded when somebody begins to do something. */
export function Notices(): ReactElement | null {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    for (const deed of DEEDS) addEventListener(deed, want, { once: true });
    return () => {
      for (const deed of DEEDS) removeEventListener(deed, want);
    };
  }, []);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Notifications position="bottom-right" />
    </Suspense>
  );
}
