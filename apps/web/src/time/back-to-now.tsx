import type { ReactElement } from 'react';
import { ButtonLink } from '../kit/links.js';

interface BackToNowProps {
  readonly size?: 'compact-sm';
}

/** Leads from the page as of another time to the same page as of now. */
export function BackToNow({ size }: BackToNowProps): ReactElement {
  return (
    <ButtonLink
      to="."
      search={(before) => ({ ...before, asOf: undefined, knownAt: undefined })}
      variant="default"
      {...(size ? { size } : {})}
    >
      Back to now
    </ButtonLink>
  );
}
