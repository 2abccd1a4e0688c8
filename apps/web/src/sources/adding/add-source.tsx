import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { fieldFaults } from '../../kit/field-faults.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { nameFault } from '../../kit/name-text.js';
import { type Kind, makeSecret, TOOLS } from '../tools.js';
import { AboutIt } from './about-it.js';
import { ChooseTool } from './choose-tool.js';
import { ListenTo } from './listen-to.js';
import { BLANK, mappingOf, missingIn, type SourceDraft, usualRules } from './drafts.js';

interface AddSourceProps {
  /** The names that there are. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

const FIELDS = { '/name': 'name', '/organization': 'organization' } as const;

/** Makes a source step by step: the tool, what of it counts, and what somebody does in the tool. */
export function AddSource({ taken, onClose }: AddSourceProps): ReactElement {
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>();
  const [draft, setDraft] = useState<SourceDraft>(BLANK);
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const [secret] = useState(makeSecret);
  const ready = api.useQuery(
    'get',
    '/api/v1/ready-made-rules',
    { params: { query: { limit: 100, ...(kind ? { kind } : {}) } } },
    { enabled: kind !== undefined },
  );
  const offered: readonly Schemas['ReadyMadeRule'][] = ready.data?.items ?? [];
  const make = api.useMutation('put', '/api/v1/sources/{source}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/sources'] }),
  });
  if (make.data) return <ListenTo made={make.data} secret={secret} onClose={onClose} />;
  if (!kind) {
    const choose = (chosen: Kind) => {
      setKind(chosen);
      setDraft({ ...BLANK, name: freeName(TOOLS[chosen].name, taken) });
    };
    return <ChooseTool onChoose={choose} onClose={onClose} />;
  }
  // until somebody chooses, those that most begin with are chosen
  const rules = touched ? draft.rules : usualRules(kind, offered);
  const errors = fieldFaults(make.error, FIELDS);
  const wrongName = nameFault(draft.name, taken);
  const submit = () => {
    setTried(true);
    if (wrongName || missingIn(rules, offered)) return;
    const { name, organization, unit } = draft;
    make.mutate({
      params: { path: { source: name } },
      body: {
        ...{ kind, secret, mapping: mappingOf(rules, unit, offered) },
        ...(kind === 'salesforce' ? { organization: organization.trim() } : {}),
      },
    });
  };
  return (
    <FormDialog
      title={`Add ${TOOLS[kind].title}: what counts (step 2 of 3)`}
      save="Make the source"
      onSave={submit}
      onClose={onClose}
      busy={make.isPending}
      idle={ready.isPending}
      typed={touched}
      thrown={make.error}
    >
      <AboutIt
        kind={kind}
        draft={{ ...draft, rules }}
        offered={offered}
        tried={tried}
        faults={{ ...errors, ...(tried && wrongName ? { name: wrongName } : {}) }}
        onChange={(change) => {
          setTouched(true);
          setDraft({ ...draft, rules, ...change });
        }}
      />
    </FormDialog>
  );
}

/** A name that is not taken. */
function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let number = 2; taken.includes(name); number += 1) name = `${wanted}-${number}`;
  return name;
}
