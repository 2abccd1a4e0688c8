import type { ReactElement } from 'react';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';

/** What an empty program offers first. */
export function FirstRun(): ReactElement {
  return (
    <Page title="Welcome">
      <Empty title="There is no unit yet">
        <TextLink to="/units">Add the first unit</TextLink> and log what has happened there.
      </Empty>
    </Page>
  );
}
