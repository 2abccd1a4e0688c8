import { Combobox, Kbd, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../api/client.js';
import classes from './units.module.css';
import { kindText } from '../kit/kind-text.js';

const SHOWN = 12;
const PAUSE_MS = 120;

interface GoToUnitDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Finds a unit by some of its name and goes there. */
export function GoToUnitDialog({ opened, onClose }: GoToUnitDialogProps): ReactElement {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={650}>Go to a unit</Text>}
      yOffset="12vh"
    >
      <Finder onGone={onClose} />
    </Modal>
  );
}

function Finder({ onGone }: { readonly onGone: () => void }) {
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), PAUSE_MS);
  const combobox = useCombobox({ opened: true });
  const { data, isPending } = api.useQuery(
    'get',
    '/api/v1/units',
    { params: { query: { limit: SHOWN, ...(asked ? { q: asked } : { top: 'true' }) } } },
    { placeholderData: keepPreviousData },
  );
  const units = data?.items ?? [];
  const { selectFirstOption } = combobox;
  useEffect(() => {
    // the best match is chosen, as soon as it is known
    if (data && asked) selectFirstOption();
  }, [data, asked, selectFirstOption]);
  const go = (unit: string) => {
    onGone();
    void navigate({ to: '/units/$unit', params: { unit } });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go}>
      <Combobox.EventsTarget>
        <TextInput
          label="Unit"
          placeholder="Type some of its name"
          description={
            <>
              <Kbd size="xs">↓</Kbd> <Kbd size="xs">↑</Kbd> choose, <Kbd size="xs">Enter</Kbd> goes
              there
            </>
          }
          leftSection={<IconSearch size={16} />}
          data-autofocus
          autoComplete="off"
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          onKeyDown={({ key }) => {
            const [first] = units;
            const none = combobox.getSelectedOptionIndex() === -1;
            if (key === 'Enter' && none && first) go(first.unit);
            // the list, which is always open, keeps the key from the dialog
            if (key === 'Escape') onGone();
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options mt="sm" mah="50vh" style={{ overflowY: 'auto' }} aria-label="Units">
        {units.map(({ unit, name, kind, parent, retired }) => (
          <Combobox.Option key={unit} value={unit}>
            <span className={classes.option}>
              <span>
                <Text span fw={550}>
                  {name}
                </Text>
                {retired && ' (retired)'}
              </span>
              <Text span size="sm" c="dimmed">
                {kindText(kind)}
                {parent && `, under ${parent}`}
              </Text>
            </span>
          </Combobox.Option>
        ))}
        {units.length === 0 && !isPending && (
          <Combobox.Empty>No unit in sight is called so.</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  );
}
