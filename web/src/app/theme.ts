import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  rem,
  type VariantColorsResolver,
} from '@mantine/core';
import { m } from '@/messages';

/** Deep teal, the one accent: shade 8 on paper, shade 4 on the dark theme. */
const teal: MantineColorsTuple = [
  '#e6f3f2',
  '#c9e5e3',
  '#a3d5d2',
  '#7ec8c4',
  '#62bfbb',
  '#3a9b98',
  '#1f7d7c',
  '#136c6d',
  '#0b5f63',
  '#084a4e',
];

/** The dark theme's inks and grounds, the lightest first; see theme.css. */
const dark: MantineColorsTuple = [
  '#e9e7e1',
  '#c8ccca',
  '#a7afb0',
  '#7c8788',
  '#465055',
  '#2d3538',
  '#22292c',
  '#1b2123',
  '#14191b',
  '#0f1314',
];

/** Filled in the accent, or in the colour of losing where something is taken away. */
const paint: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return resolved;
  const ground = input.color === 'red' ? 'var(--lost)' : 'var(--accent)';
  const hover = input.color === 'red' ? 'var(--lost)' : 'var(--accent-strong)';
  return { ...resolved, background: ground, hover, color: 'var(--on-accent)' };
};

export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal, dark },
  variantColorResolver: paint,
  primaryShade: { light: 8, dark: 4 },
  defaultRadius: rem(6),
  radius: { xs: rem(6), sm: rem(6), md: rem(6), lg: rem(6), xl: rem(6) },
  fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(16), lg: rem(20), xl: rem(28) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.4', xl: '1.25' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(40) },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(28), lineHeight: '1.2' },
      h2: { fontSize: rem(20), lineHeight: '1.3' },
      h3: { fontSize: rem(16), lineHeight: '1.4' },
    },
  },
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': m.close } } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' } },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  shadows: { xs: 'none', sm: 'none', md: '0 2px 8px rgb(0 0 0 / 12%)' },
});

/** Mantine's own colours are ours: see theme.css, which holds the palette of both themes. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunk)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--lost)',
  };
  return { variables: {}, light: ours, dark: ours };
};
