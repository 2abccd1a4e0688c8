import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { isUnread } from '../../recording/when.js';
import { bodyOf, draftOf, isUnchanged, type UnitDraft } from '../../units/unit-draft.js';
import { UnitFields } from '../../units/unit-fields.js';
import { useUnit } from '../unit-context.js';

/** Changes what a unit is called, where it lies, what it follows and who owns it. */
export function ChangeUnit({ onClose }: { readonly onClose: () => void }) {
  const { unit, name, path, whole } = useUnit();
  const queries = useQueryClient();
  // as it was when the dialog opened: what others change meanwhile is told by the server
  const [opened] = useState(whole);
  const before = draftOf(opened);
  const [draft, setDraft] = useState<UnitDraft>(before);
  const saving = api.useMutation('put', '/api/v1/units/{unit}', {
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries();
    },
  });
  const [now] = useState(() => new Date());
  const body = bodyOf(draft, before, now);
  const save = () =>
    saving.mutate({
      params: { path: { unit }, header: { 'if-match': `"${opened.version}"` } },
      body,
    });
  return (
    <FormDialog
      title={`Change ${name}`}
      save="Save"
      onSave={save}
      onClose={onClose}
      busy={saving.isPending}
      idle={isUnchanged(body) || isUnread(draft.when)}
      typed={!isUnchanged(body) || draft.when !== ''}
      thrown={saving.error}
    >
      <UnitFields
        draft={draft}
        onChange={(change) => setDraft({ ...draft, ...change })}
        fault={saving.error ? faultOf(saving.error) : undefined}
        itself={unit}
        parentName={path.at(-1)?.name}
        whenLabel="When it changed"
      />
    </FormDialog>
  );
}
