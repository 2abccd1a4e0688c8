import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  Paper,
  type PaperProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Plain<Props> = Omit<Props, 'component'> &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props | 'href'> & {
    readonly ref?: Ref<HTMLAnchorElement>;
  };

/** A link in a text to one of these pages: `<TextLink to="/units/$unit" params={{ unit }}>`. */
export const TextLink = createLink((props: Plain<AnchorProps>) => <Anchor {...props} />);

/** A link to one of these pages that looks like a button. */
export const ButtonLink = createLink((props: Plain<ButtonProps>) => (
  <Button component="a" {...props} />
));

/** A link to one of these pages that is a card. */
export const CardLink = createLink((props: Plain<PaperProps>) => (
  <Paper component="a" {...props} />
));
