import { Button, CloseButton, Group, NativeSelect, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Opens } from '../kit/opens.js';
import { countText } from '../time/words.js';
import type { OverviewSearch } from './search.js';
import { kindText } from '../kit/kind-text.js';

const FilterForm = lazy(() =>
  import('./filter-form.js').then(({ FilterForm }) => ({ default: FilterForm })),
);

/** A model one can switch to. */
export interface ModelChoice {
  readonly id: string;
  readonly title: string;
}

interface ControlsProps {
  readonly unit: string;
  /** Of the units here. */
  readonly models: readonly ModelChoice[];
  /** The model of the page. */
  readonly model: string | undefined;
  /** The program's. */
  readonly headline: string | null;
  readonly kind: string | undefined;
  readonly tag: string | undefined;
  readonly onChange: (change: OverviewSearch) => void;
}

/** Which model heads the page, and which units are counted. */
export function Controls({ unit, models, model, headline, kind, tag, onChange }: ControlsProps) {
  const ordered = [
    ...models.filter(({ id }) => id === headline),
    ...models.filter(({ id }) => id !== headline),
  ];
  const others = models.filter(({ id }) => id !== model).length;
  return (
    <Group gap="xs" align="center">
      <NativeSelect
        aria-label="Maturity model of the page"
        size="sm"
        w={{ base: '100%', xs: 400 }}
        value={model ?? ''}
        data={ordered.map(({ id, title }) => ({
          value: id,
          label: id === headline ? `${title} (headline)` : title,
        }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ model: value === headline ? undefined : value, by: undefined })
        }
      />
      {others > 0 && (
        <Text size="sm" c="dimmed">
          {countText(others, 'other model')} here
        </Text>
      )}
      <Filters {...{ unit, kind, tag, onChange }} />
      {kind && (
        <Narrowed label={`Kind: ${kindText(kind)}`} onEnd={() => onChange({ kind: undefined })} />
      )}
      {tag && <Narrowed label={`Tag: ${tag}`} onEnd={() => onChange({ tag: undefined })} />}
    </Group>
  );
}

function Narrowed({ label, onEnd }: { readonly label: string; readonly onEnd: () => void }) {
  return (
    <Group
      gap={2}
      pl="xs"
      style={{
        border: '1px solid var(--mantine-color-default-border)',
        borderRadius: 'var(--mantine-radius-xl)',
      }}
    >
      <Text size="sm">{label}</Text>
      <CloseButton
        size={28}
        radius="xl"
        aria-label={`Show all again, not only ${label}`}
        onClick={onEnd}
      />
    </Group>
  );
}

function Filters({
  unit,
  kind,
  tag,
  onChange,
}: Pick<ControlsProps, 'unit' | 'kind' | 'tag' | 'onChange'>) {
  return (
    <Opens
      label="Which units are counted"
      width={280}
      position="bottom-start"
      target={
        <Button variant="default" size="sm" leftSection={<IconFilter size={16} aria-hidden />}>
          Count only …
        </Button>
      }
    >
      {(close) => (
        <Suspense fallback={<Text size="sm">Loading …</Text>}>
          <FilterForm
            {...{ unit, kind, tag }}
            onDone={(change) => {
              close();
              onChange(change);
            }}
          />
        </Suspense>
      )}
    </Opens>
  );
}
