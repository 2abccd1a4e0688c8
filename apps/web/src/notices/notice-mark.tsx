import { Badge, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { numberText } from '../time/words.js';
import { countOn, type NoticePage, useNotices } from './notices.js';

/** Beside a page in the navigation: how much of it needs somebody; nothing where nothing does. */
export function NoticeMark({ page }: { readonly page: NoticePage }): ReactElement | null {
  const count = countOn(page, useNotices());
  if (count === 0) return null;
  return (
    <Badge size="sm" circle={count < 10} color="orange" variant="outline">
      {numberText(count)}
      <VisuallyHidden> {count === 1 ? 'needs' : 'need'} somebody</VisuallyHidden>
    </Badge>
  );
}
