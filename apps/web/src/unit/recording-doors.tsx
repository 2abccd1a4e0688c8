import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Schemas } from '#lib/client';
import { useMilestones, useModels } from '../models/catalogue.js';
import { isNow, useMoment } from '../time/moment.js';
import { useUnit } from './unit-context.js';

const logRoom = () => import('../recording/log-milestones.js');
const LogMilestones = lazy(() => logRoom().then((room) => ({ default: room.LogMilestones })));
const SetStraight = lazy(() =>
  import('../recording/set-straight.js').then((room) => ({ default: room.SetStraight })),
);

/** What is to be set straight: an event, or a milestone about which nothing was said. */
export type Record =
  | { readonly event: Schemas['Event'] }
  | { readonly event?: undefined; readonly milestone: string };

/** Ways to record something from the unit's pages. What is absent is not offered. */
export interface Doors {
  /** Opens the form to log milestones, begun with one of them. */
  readonly log?: (milestone?: string) => void;
  /** Whether what was recorded may be set straight. */
  readonly maySetStraight: boolean;
  readonly setStraight: (record: Record) => void;
}

const DoorsContext = createContext<Doors>({ maySetStraight: false, setStraight: () => {} });

/** Ways to record something; none while the page is not of now, and of a retired unit. */
export const useDoors = (): Doors => use(DoorsContext);

type Opened = { readonly log: string | undefined } | { readonly straight: Record } | undefined;

/** Holds the dialogs that record something, loaded when they are first opened. */
export function RecordingDoors({ children }: { readonly children: ReactNode }) {
  const { retired, may } = useUnit();
  const [opened, setOpened] = useState<Opened>();
  const [times, setTimes] = useState(0);
  const open = isNow(useMoment()) && !retired;
  const doors = useMemo<Doors>(() => {
    const show = (next: Opened) => {
      setOpened(next);
      setTimes((before) => before + 1);
    };
    return {
      ...(open && may('emit') ? { log: (milestone) => show({ log: milestone }) } : {}),
      maySetStraight: open && may('record'),
      setStraight: (record) => show({ straight: record }),
    };
  }, [may, open]);
  return (
    <DoorsContext value={doors}>
      {children}
      {doors.log && <Ahead />}
      <Suspense fallback={null}>
        {times > 0 && <Dialogs key={times} opened={opened} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </DoorsContext>
  );
}

/** Fetches what the log form needs before it is opened: who opens it types at once. */
function Ahead() {
  useMilestones();
  useModels();
  useEffect(() => void logRoom().catch(() => undefined), []);
  return null;
}

interface DialogsProps {
  readonly opened: Opened;
  readonly onClose: () => void;
}

function Dialogs({ opened, onClose }: DialogsProps) {
  const { unit } = useUnit();
  // what was opened stays while it closes, so that it leaves calmly
  const [shown] = useState(opened);
  if (!shown) return null;
  const common = { opened: opened !== undefined, onClose };
  if ('log' in shown) {
    const { log } = shown;
    return <LogMilestones unit={unit} {...(log ? { milestone: log } : {})} {...common} />;
  }
  const { straight } = shown;
  return straight.event ? (
    <SetStraight unit={unit} event={straight.event} {...common} />
  ) : (
    <SetStraight unit={unit} milestone={straight.milestone} {...common} />
  );
}
