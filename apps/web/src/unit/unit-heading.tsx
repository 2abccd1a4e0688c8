import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';
import { TextLink } from '../kit/links.js';
import { UnitTrail } from '../kit/unit-trail.js';
import { kindText } from '../kit/kind-text.js';

/** The way down to a unit, as links. */
export function UnitPath({ path }: { readonly path: Schemas['UnitInTree']['path'] }) {
  return (
    <UnitTrail>
      <TextLink to="/units" size="sm">
        Units
      </TextLink>
      {path.map(({ unit, name }) => (
        <TextLink key={unit} to="/units/$unit" params={{ unit }} size="sm">
          {name}
        </TextLink>
      ))}
    </UnitTrail>
  );
}

/** What a unit is, in a line: its kind, tags, owner, and whether it is retired. */
export function UnitLead({ whole }: { readonly whole: Schemas['UnitInTree'] }) {
  const { kind, tags, owner, retired } = whole;
  return (
    <Group gap="xs" mt={2}>
      {retired && (
        <Badge color="gray" variant="filled" tt="none" leftSection={<IconArchive size={12} />}>
          Retired
        </Badge>
      )}
      <Text size="sm">{kindText(kind)}</Text>
      {tags.map((tag) => (
        <TextLink
          key={tag}
          to="/units"
          search={{ tag }}
          size="sm"
          aria-label={`Units with the tag ${tag}`}
        >
          #{tag}
        </TextLink>
      ))}
      <Text size="sm">
        {owner ? (
          <>
            Owner:{' '}
            <Anchor href={`mailto:${owner.email}`} size="sm">
              {owner.name}
            </Anchor>
          </>
        ) : (
          'No owner yet'
        )}
      </Text>
    </Group>
  );
}
