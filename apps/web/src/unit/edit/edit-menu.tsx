import { Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowMerge,
  IconChevronDown,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useUnit } from '../unit-context.js';

const ChangeUnit = lazy(() =>
  import('./change-unit.js').then((room) => ({ default: room.ChangeUnit })),
);
const RetireUnit = lazy(() =>
  import('./retire-unit.js').then((room) => ({ default: room.RetireUnit })),
);
const ReinstateUnit = lazy(() =>
  import('./retire-unit.js').then((room) => ({ default: room.ReinstateUnit })),
);
const MergeUnit = lazy(() =>
  import('./merge-unit.js').then((room) => ({ default: room.MergeUnit })),
);
const AddUnit = lazy(() =>
  import('../../units/add-unit.js').then((room) => ({ default: room.AddUnit })),
);

type Dialog = 'change' | 'retire' | 'reinstate' | 'merge' | 'add';

const SIZE = 16;

/** What can be changed about the unit itself, for those who organise it. */
export function EditMenu() {
  const { unit, name, may, retired } = useUnit();
  const [dialog, setDialog] = useState<Dialog>();
  if (!may('organise')) return null;
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={SIZE} />}>
            Edit unit
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {retired ? (
            <Menu.Item
              leftSection={<IconArchiveOff size={SIZE} />}
              onClick={() => setDialog('reinstate')}
            >
              Bring it back …
            </Menu.Item>
          ) : (
            <>
              <Menu.Item
                leftSection={<IconPencil size={SIZE} />}
                onClick={() => setDialog('change')}
              >
                Name, kind, place, models, tags, owner …
              </Menu.Item>
              <Menu.Item leftSection={<IconPlus size={SIZE} />} onClick={() => setDialog('add')}>
                Add a unit under it …
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconArrowMerge size={SIZE} />}
                onClick={() => setDialog('merge')}
              >
                Merge into another unit …
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArchive size={SIZE} />}
                onClick={() => setDialog('retire')}
              >
                Retire …
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'change' && <ChangeUnit onClose={close} />}
        {dialog === 'retire' && <RetireUnit onClose={close} />}
        {dialog === 'reinstate' && <ReinstateUnit onClose={close} />}
        {dialog === 'merge' && <MergeUnit onClose={close} />}
        {dialog === 'add' && <AddUnit under={{ unit, name }} onClose={close} />}
      </Suspense>
    </>
  );
}
