import { Breadcrumbs } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** The way down the tree to a page, as links. */
export function UnitTrail({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <nav aria-label="Units above">
      <Breadcrumbs separatorMargin={6} styles={{ root: { flexWrap: 'wrap', rowGap: 6 } }}>
        {children}
      </Breadcrumbs>
    </nav>
  );
}
