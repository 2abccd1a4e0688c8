import { Badge, Tooltip } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { Model } from './catalogue.js';

/** What one has to know of a model before one trusts a figure of it. */
export function ModelMarks({ model: { provenance, state, adoption } }: { readonly model: Model }) {
  return (
    <>
      {provenance === 'partial' && (
        <Tooltip label="Its authors published only a part; what is missing is left out or marked as ours.">
          <Badge tt="none" color="orange" variant="outline" tabIndex={0}>
            Partial
          </Badge>
        </Tooltip>
      )}
      {state === 'available' && (
        <Badge tt="none" color="gray" variant="outline">
          Not in force
        </Badge>
      )}
      {adoption?.state === 'replaying' && (
        <Badge tt="none" color="blue">
          Version {adoption.version} is being built
        </Badge>
      )}
      {adoption?.state === 'failed' && (
        <Badge tt="none" color="red">
          Adoption of version {adoption.version} failed
        </Badge>
      )}
    </>
  );
}

/** Marks what the authors of a model do not say. */
export function InferredMark() {
  return (
    <Tooltip label="Ours: the authors of the model do not say this.">
      <Badge tt="none" size="sm" color="gray" variant="outline" tabIndex={0}>
        Inferred
      </Badge>
    </Tooltip>
  );
}

/** Marks the one step that matters most. */
export function KeyMoveMark() {
  return (
    <Badge tt="none" size="sm" leftSection={<IconKey size={12} />}>
      Key move
    </Badge>
  );
}

/** Marks a criterion that does not decide about the stage. */
export function SupportingMark() {
  return (
    <Badge tt="none" size="sm" variant="outline" color="gray">
      Helps, does not count
    </Badge>
  );
}
