import { Modal } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { api } from '../../api/client.js';
import { Empty } from '../../kit/empty.js';
import { QueryView } from '../../kit/query-view.js';
import { useAddress } from '../../kit/use-address.js';
import { useMoment } from '../../time/moment.js';
import type { RoadmapSearch } from '../search.js';
import type { PlannedRow } from '../timeline/rows.js';
import { MoveDialog } from './move-dialog.js';
import { TargetForm } from './target-form.js';
import { TargetView } from './target-view.js';
import type { Moves } from './use-moves.js';

interface EditingProps {
  /** The targets that are shown. */
  readonly rows: readonly PlannedRow[];
  readonly shown: RoadmapSearch;
  readonly moves: Moves;
  readonly mayPlan: (unit: string) => boolean;
  /** The unit of the page; with `below`, targets can be set for units below it and shares of them. */
  readonly top: { readonly unit: string; readonly name: string };
  readonly below: boolean;
  readonly asOf: string;
}

/** The dialogs of a roadmap: a target with all that is known of it, its form, and a move to confirm. */
export function Editing(props: EditingProps): ReactElement {
  const { rows, shown, moves, mayPlan, top, below, asOf } = props;
  const show = useAddress<RoadmapSearch>();
  const [unit = '', target = ''] = (shown.target ?? '').split('/');
  const close = () => show({ target: undefined });
  const adding = shown.target !== undefined && target === '' && mayPlan(unit);
  return (
    <>
      <MoveDialog moves={moves} />
      <Modal opened={adding} onClose={close} title="Add a target" size="lg">
        <TargetForm {...{ top, below }} onDone={close} />
      </Modal>
      {target !== '' && (
        <OpenTarget
          key={shown.target}
          {...{ unit, target, asOf, below, top }}
          row={rows.find((one) => one.unit === unit && one.target === target)}
          mayPlan={mayPlan(unit)}
          onClose={close}
        />
      )}
    </>
  );
}

interface OpenTargetProps {
  readonly unit: string;
  readonly target: string;
  readonly row: PlannedRow | undefined;
  readonly top: EditingProps['top'];
  readonly below: boolean;
  readonly mayPlan: boolean;
  readonly asOf: string;
  readonly onClose: () => void;
}

function OpenTarget({ unit, target, row, top, below, mayPlan, asOf, onClose }: OpenTargetProps) {
  const [edited, setEdited] = useState(false);
  const moment = useMoment();
  const query = api.useQuery(
    'get',
    '/api/v1/units/{unit}/roadmap',
    { params: { path: { unit }, query: moment } },
    { enabled: row === undefined },
  );
  const content = (found: PlannedRow | undefined) => {
    if (!found) {
      return (
        <Empty title="There is no such target">It was dropped, or was not planned yet then.</Empty>
      );
    }
    return edited ? (
      <TargetForm {...{ top, below }} row={found} onDone={onClose} />
    ) : (
      <TargetView row={found} {...{ asOf, mayPlan }} onEdit={() => setEdited(true)} />
    );
  };
  return (
    <Modal opened onClose={onClose} title={edited ? 'Change a target' : 'Target'} size="lg">
      {row ? (
        content(row)
      ) : (
        <QueryView query={query} height={240}>
          {({ targets }) => {
            const found = targets.find((one) => one.target === target);
            return content(found && { ...found, name: unit });
          }}
        </QueryView>
      )}
    </Modal>
  );
}
