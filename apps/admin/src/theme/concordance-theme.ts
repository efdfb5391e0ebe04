import { getMuiDsfrThemeOptions } from '@codegouvfr/react-dsfr/mui';
import { deepmerge } from '@mui/utils';
import { defaultTheme, type RaThemeOptions } from 'react-admin';

/** Breakpoints of the design system, in pixels. */
const breakpointsValues = { xs: 0, sm: 576, md: 768, lg: 992, xl: 1248 };

/**
 * What react-admin's and MUI's components lack for accessibility and for a dense working screen.
 * Text that MUI draws at 60 % opacity or in `primary.light` falls under 4.5:1 with the State's colours.
 */
const mends = (isDark: boolean): RaThemeOptions => {
  const muted = isDark ? '#b8b8b8' : '#545454';
  return {
    palette: { text: { secondary: muted } },
    shape: { borderRadius: 4 },
    components: {
      MuiButton: {
        defaultProps: { disableElevation: true },
        // Below 36 px a button is hard to touch.
        styleOverrides: { root: { minHeight: 36, textTransform: 'none', fontWeight: 500 } },
      },
      MuiToggleButton: {
        styleOverrides: { root: { minHeight: 36, textTransform: 'none', fontWeight: 500 } },
      },
      MuiTableCell: {
        styleOverrides: {
          head: { fontWeight: 700, whiteSpace: 'nowrap' },
          root: { fontSize: '0.9375rem' },
        },
      },
      MuiFormLabel: { styleOverrides: { root: { color: muted } } },
      MuiFormHelperText: { styleOverrides: { root: { '&, &.Mui-disabled': { color: muted } } } },
      MuiFilledInput: {
        styleOverrides: {
          root: {
            '&, &:hover, &.Mui-focused, &.Mui-disabled': { backgroundColor: isDark ? '#242424' : '#eeeeee' },
          },
        },
      },
      MuiAlert: { styleOverrides: { message: { color: isDark ? '#ffffff' : '#161616' } } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.8125rem' } } },
      // A form's buttons belong to it: a grey band would make them look switched off.
      RaToolbar: {
        styleOverrides: {
          root: {
            backgroundColor: 'transparent',
            // On a narrow screen they float above the fields, which must not show through.
            '&.RaToolbar-mobileToolbar': {
              backgroundColor: isDark ? '#161616' : '#ffffff',
              borderTop: `1px solid ${isDark ? '#353535' : '#dddddd'}`,
            },
          },
        },
      },
      // A white knob on a white page cannot be seen.
      MuiSwitch: {
        styleOverrides: { switchBase: { '&:not(.Mui-checked)': { color: isDark ? '#929292' : '#666666' } } },
      },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    },
  };
};

/** Sizes for a screen one works in: the design system's titles are those of a page one reads. */
const heading = (fontSize: string) => ({ fontSize, lineHeight: 1.35, fontWeight: 700 });

const build = (isDark: boolean): RaThemeOptions => {
  const theme = [getMuiDsfrThemeOptions({ isDark, breakpointsValues }), mends(isDark)].reduce<RaThemeOptions>(
    (merged, options) => deepmerge(merged, options),
    defaultTheme,
  );
  // Replaced, not merged: the design system's sizes grow again under their own media queries.
  const headings = { h1: heading('1.625rem'), h2: heading('1.1875rem'), h3: heading('1.0625rem') };
  return { ...theme, typography: Object.assign({}, theme.typography, headings) };
};

export const lightTheme = build(false);
export const darkTheme = build(true);
