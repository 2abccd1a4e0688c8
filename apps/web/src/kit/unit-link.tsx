import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { unitNameOf } from '../api/unit-names.js';
import { TextLink } from './links.js';

interface UnitLinkProps {
  readonly unit: string;
  /** Its name, where it is known already. */
  readonly name?: string;
  /** A model whose ladder is to be seen first. */
  readonly model?: string;
  readonly fw?: number;
  readonly size?: string;
}

/** A unit by its name, as a link to its page; by its key alone where it is out of sight. */
export function UnitLink({ unit, name, model, fw, size }: UnitLinkProps): ReactElement {
  const { data: found, isError } = useQuery({
    ...unitNameOf(unit),
    enabled: name === undefined,
  });
  if (isError || found === null) {
    return (
      <Text span fw={fw} size={size}>
        {unit}
      </Text>
    );
  }
  return (
    <TextLink
      to="/units/$unit"
      params={{ unit }}
      hash={model}
      {...(fw ? { fw } : {})}
      {...(size ? { size } : {})}
    >
      {name ?? found ?? unit}
    </TextLink>
  );
}
