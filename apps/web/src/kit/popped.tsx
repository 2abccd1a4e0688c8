import { Popover } from '@mantine/core';
import { cloneElement, type ReactElement, useId, useState } from 'react';
import type { OpensProps } from './opens-props.js';

/** The dialog of `Opens`, open at first. */
export function Popped({ target, label, width, position, children }: OpensProps): ReactElement {
  const [opened, setOpened] = useState(true);
  const id = useId();
  const change = (next: boolean) => {
    setOpened(next);
    // the button was made anew when the dialog came, so nothing else leads back to it
    if (!next) document.getElementById(id)?.focus();
  };
  return (
    <Popover
      opened={opened}
      onChange={change}
      trapFocus
      withinPortal
      width={width}
      position={position}
    >
      <Popover.Target>
        {cloneElement(target, { id, onClick: () => change(!opened) } as object)}
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(() => change(false))}</Popover.Dropdown>
    </Popover>
  );
}
