import type { ReactElement } from 'react';
import { ShownOnce } from '../kit/shown-once.js';

interface ShownSecretProps {
  readonly name: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret of a subscription, this once. */
export function ShownSecret({ name, secret, onClose }: ShownSecretProps): ReactElement {
  return (
    <ShownOnce what={`The secret of “${name}”`} value={secret} onClose={onClose}>
      Give it to the endpoint: with it, any library of the Standard Webhooks specification verifies
      that what comes is from here.
    </ShownOnce>
  );
}
