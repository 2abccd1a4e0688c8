import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Waymark's blue: the hue of the stages, so that controls and figures belong together. */
const waymark: MantineColorsTuple = [
  '#edf5fa',
  '#dbe9f2',
  '#b5d2e5',
  '#8bb9d7',
  '#68a4cb',
  '#5197c4',
  '#2f7bac',
  '#2a6a9a',
  '#1d5782',
  '#0f4468',
];

/** How the kit looks here. */
export const theme = createTheme({
  primaryColor: 'waymark',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  colors: { waymark },
  fontFamily: '"Inter Variable", Inter, ui-sans-serif, system-ui, sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { multiline: true, maw: 320, withArrow: true } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});
