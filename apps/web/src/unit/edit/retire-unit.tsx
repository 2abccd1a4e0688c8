import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { isUnread, readWhen } from '../../recording/when.js';
import { WhenField } from '../../recording/when-field.js';
import { countText } from '../../time/words.js';
import { faultAt } from '../../units/unit-fields.js';
import { useUnit } from '../unit-context.js';

interface DialogProps {
  readonly onClose: () => void;
}

const HINT = 'Empty: now. Otherwise a day, month, quarter or year';

/** Retires the unit of the page from some day on. */
export function RetireUnit({ onClose }: DialogProps) {
  const { unit, name, whole } = useUnit();
  const queries = useQueryClient();
  const [when, setWhen] = useState('');
  const saving = api.useMutation('delete', '/api/v1/units/{unit}', {
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries();
    },
  });
  const save = () => {
    const read = readWhen(when, { now: new Date() });
    saving.mutate({
      params: { path: { unit }, query: read ? { occurredAt: read.given } : {} },
    });
  };
  const { children } = whole;
  return (
    <FormDialog
      title={`Retire ${name}`}
      save="Retire it"
      onSave={save}
      onClose={onClose}
      busy={saving.isPending}
      idle={children > 0 || isUnread(when)}
      typed={when !== ''}
      thrown={saving.error}
    >
      <Text size="sm">
        {children > 0
          ? `${countText(children, 'unit lies', 'units lie')} under it. Move or retire them first, or merge ${name} into another unit: what lies under it comes along.`
          : 'From then on it has no standing and is not counted. Its history stays, and it can be brought back.'}
      </Text>
      <WhenField
        label="When it ended"
        hint={HINT}
        first
        value={when}
        error={saving.error ? faultAt(faultOf(saving.error), '?occurredAt') : undefined}
        onChange={setWhen}
      />
    </FormDialog>
  );
}

/** Brings a retired unit back. */
export function ReinstateUnit({ onClose }: DialogProps) {
  const { unit, name } = useUnit();
  const queries = useQueryClient();
  const [when, setWhen] = useState('');
  const [reason, setReason] = useState('');
  const saving = api.useMutation('post', '/api/v1/units/{unit}/reinstatement', {
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries();
    },
  });
  const save = () => {
    const read = readWhen(when, { now: new Date() });
    saving.mutate({
      params: { path: { unit } },
      body: {
        ...(read ? { occurredAt: read.given } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      },
    });
  };
  return (
    <FormDialog
      title={`Bring ${name} back`}
      idle={isUnread(when)}
      typed={when !== '' || reason !== ''}
      save="Bring it back"
      onSave={save}
      onClose={onClose}
      busy={saving.isPending}
      thrown={saving.error}
    >
      <WhenField label="From when on" hint={HINT} first value={when} onChange={setWhen} />
      <Textarea
        label="Why"
        description="May stay empty"
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
