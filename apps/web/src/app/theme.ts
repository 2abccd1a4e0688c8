import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

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

/** The kit's own, with a last shade that can be read on the first ones. */
const orange: MantineColorsTuple = [
  '#fff4e6',
  '#ffe8cc',
  '#ffd8a8',
  '#ffc078',
  '#ffa94d',
  '#ff922b',
  '#fd7e14',
  '#f76707',
  '#e8590c',
  '#8f3200',
];
const teal: MantineColorsTuple = [
  '#e6fcf5',
  '#c3fae8',
  '#96f2d7',
  '#63e6be',
  '#38d9a9',
  '#20c997',
  '#12b886',
  '#0ca678',
  '#099268',
  '#05553c',
];

/** Outlined words in shades that reach 4.5 to 1 on either page; the kit's own do not. */
const readable: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const { variant, color = 'waymark', theme } = input;
  if (variant !== 'outline' || !(color in theme.colors)) return colours;
  const shade = `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-3))`;
  return { ...colours, color: shade, border: `1px solid ${shade}` };
};

/** How the kit looks here. */
export const theme = createTheme({
  primaryColor: 'waymark',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.2,
  variantColorResolver: readable,
  colors: { waymark, orange, teal },
  fontFamily: '"Inter Variable", Inter, ui-sans-serif, system-ui, sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // within the page's main part, and without an element that a menu may not hold
    Menu: {
      defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: '#menus' } },
    },
    Combobox: { defaultProps: { portalProps: { target: '#menus' } } },
    Tooltip: { defaultProps: { multiline: true, maw: 320, withArrow: true } },
    // the page has one banner: the heading of a dialog is none
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      // the kit's own grey is too light to be read
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});
