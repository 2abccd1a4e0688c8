import type { FloatingPosition } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** What a button must take to open something. */
export interface TargetProps {
  readonly onClick?: () => void;
  readonly 'aria-haspopup'?: 'menu' | 'dialog';
  readonly 'aria-expanded'?: boolean;
}

/** What opens, and from which button. */
export interface OpensProps {
  readonly target: ReactElement<TargetProps>;
  /** Names the dialog. */
  readonly label: string;
  readonly width: number;
  readonly position: FloatingPosition;
  readonly children: (close: () => void) => ReactNode;
}
