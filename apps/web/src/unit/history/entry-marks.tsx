import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconBulb,
  IconBuildingCommunity,
  IconEraser,
  IconEyeSearch,
  IconFlag,
  IconMessage,
  IconSignature,
  IconTargetArrow,
  IconTrendingDown,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Entry } from './years.js';

const SIZE = 14;

const MARKS: readonly (readonly [begins: string, mark: ReactNode])[] = [
  ['milestone.achieved', <IconFlag key="happened" size={SIZE} />],
  ['milestone.lapsed', <IconTrendingDown key="ended" size={SIZE} />],
  ['milestone.assessed', <IconEyeSearch key="looked" size={SIZE} />],
  ['milestone.waived', <IconSignature key="waived" size={SIZE} />],
  ['waiver.', <IconSignature key="waiver" size={SIZE} />],
  ['event.retracted', <IconEraser key="back" size={SIZE} />],
  ['target.', <IconTargetArrow key="target" size={SIZE} />],
  ['comment.', <IconMessage key="comment" size={SIZE} />],
  ['unit.', <IconBuildingCommunity key="unit" size={SIZE} />],
];

/** The sign of an entry on the timeline; its words stand beside it. */
export function entryMark(entry: Entry): ReactNode {
  if (entry.kind === 'event') {
    const { type } = entry.event;
    return MARKS.find(([begins]) => type.startsWith(begins))?.[1] ?? <IconBulb size={SIZE} />;
  }
  return isRise(entry) ? <IconArrowUpRight size={SIZE} /> : <IconArrowDownRight size={SIZE} />;
}

/** Whether a change of stage goes up. */
export const isRise = ({ from, to }: Extract<Entry, { kind: 'transition' }>): boolean =>
  (to?.ordinal ?? 0) > (from?.ordinal ?? 0);
