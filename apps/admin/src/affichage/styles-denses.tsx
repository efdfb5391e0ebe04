import { GlobalStyles } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';
import { TONS, tonColors } from '../theme/tons.ts';
import { visuallyHiddenStyle } from './visually-hidden.ts';

/** The ring of the State's design system around what has the keyboard's focus. */
const focus = { outline: '2px solid #0a76f6', outlineOffset: '2px' };

const boutons = ({ palette, breakpoints }: Theme) => ({
  '.cc-bouton': {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    flexShrink: 0,
    minHeight: 36,
    padding: '5px 12px',
    border: '1px solid',
    borderColor: palette.primary.main,
    borderRadius: 4,
    font: 'inherit',
    fontSize: '0.875rem',
    fontWeight: 500,
    lineHeight: 1.75,
    color: palette.primary.main,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '& svg': { fontSize: '1.25rem' },
    '&:hover': { backgroundColor: palette.action.hover },
    '&:focus-visible': focus,
    [breakpoints.down('md')]: { padding: '5px 8px' },
  },
  '.cc-bouton-plein': {
    color: palette.primary.contrastText,
    backgroundColor: palette.primary.main,
    '&:hover': { backgroundColor: palette.primary.dark },
  },
  '.cc-bouton:disabled': {
    color: palette.action.disabled,
    borderColor: palette.action.disabledBackground,
    backgroundColor: 'transparent',
    cursor: 'default',
  },
  '.cc-bouton .cc-touche': { marginLeft: 0 },
  '.cc-touche': {
    marginLeft: '8px',
    padding: '0 6px',
    border: '1px solid currentColor',
    borderRadius: 3,
    font: 'inherit',
    fontSize: '0.75rem',
    lineHeight: 1.5,
    [breakpoints.down('md')]: { display: 'none' },
  },
});

const pastilles = ({ palette, breakpoints }: Theme) => ({
  '.cc-pastille': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 8px',
    borderRadius: 4,
    fontSize: '0.8125rem',
    fontWeight: 500,
    lineHeight: 1.4,
    overflowWrap: 'normal' as const,
    '& svg': { fontSize: '1rem' },
    [breakpoints.up('sm')]: { whiteSpace: 'nowrap' as const },
  },
  '.cc-rangee': { display: 'flex', flexWrap: 'wrap' as const, gap: '6px', alignItems: 'center' },
  '.cc-lien': {
    display: 'inline-block',
    // The bullet of a list stands at the first line of a link that has two.
    verticalAlign: 'top' as const,
    padding: '2px 0',
    fontWeight: 500,
    color: palette.primary.main,
    textDecoration: 'underline',
    '&:focus-visible': focus,
  },
  ...Object.fromEntries(
    TONS.map((ton) => {
      const { texte, fond } = tonColors(palette.mode, ton);
      return [`.cc-ton-${ton}`, { color: texte, backgroundColor: fond }];
    }),
  ),
});

const mots = {
  '.cc-mot': {
    padding: '1px 4px',
    borderRadius: 3,
    boxDecorationBreak: 'clone' as const,
    WebkitBoxDecorationBreak: 'clone' as const,
  },
  '.cc-mot-manquant': { textDecoration: 'line-through' },
  '.cc-mot-distinctif': { fontWeight: 700, outline: '2px solid currentColor', outlineOffset: -1 },
};

const blocs = ({ palette, typography, breakpoints, shape }: Theme) => ({
  '.cc-liste': { margin: 0, paddingLeft: '20px', fontSize: '0.9375rem', '& > li': { marginBottom: '4px' } },
  '.cc-h2': { ...typography.h2, margin: 0 },
  '.cc-h3': { ...typography.h3, margin: 0 },
  '.cc-bloc': {
    minWidth: 0,
    padding: '12px',
    border: `1px solid ${palette.divider}`,
    borderRadius: shape.borderRadius,
    backgroundColor: palette.background.paper,
    [breakpoints.up('md')]: { padding: '16px' },
  },
  '.cc-bloc-tete': {
    display: 'flex',
    flexWrap: 'wrap' as const,
    alignItems: 'center',
    gap: '8px',
    marginBottom: '12px',
    '& > h2': { flexGrow: 1 },
  },
  '.cc-fiche': {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, 34%) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '6px',
    overflowWrap: 'anywhere' as const,
    // One long label must not squeeze every value.
    [breakpoints.up('sm')]: { gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)' },
    '& > dt': { paddingTop: '1px', fontSize: '0.875rem', color: palette.text.secondary },
    '& > dd': { margin: 0, fontSize: '0.9375rem' },
  },
  '.cc-codes': {
    width: '100%',
    borderCollapse: 'collapse' as const,
    fontSize: '0.9375rem',
    lineHeight: 1.6,
    '& th, & td': {
      padding: '6px',
      borderBottom: `1px solid ${palette.divider}`,
      textAlign: 'left' as const,
      verticalAlign: 'top' as const,
      fontWeight: 400,
      overflowWrap: 'anywhere' as const,
    },
    '& thead th': { fontWeight: 700 },
    // A code is read and compared at a glance: never cut over two lines.
    '& code': { whiteSpace: 'nowrap' as const, fontSize: '0.8125rem' },
    '& small': { display: 'block', marginTop: '2px', fontSize: '0.8125rem' },
  },
});

const cascade = ({ palette, breakpoints }: Theme) => {
  const enFaveur = tonColors(palette.mode, 'succes').texte;
  const enDefaveur = tonColors(palette.mode, 'erreur').texte;
  return {
    '.cc-cascade': { listStyle: 'none', margin: 0, padding: 0, fontSize: '0.9375rem' },
    '.cc-cascade > li': {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0,1fr) 44px',
      columnGap: '8px',
      alignItems: 'center',
      padding: '1px 0',
      [breakpoints.up('sm')]: { gridTemplateColumns: '20px minmax(0,1fr) 44px minmax(72px, 22%)' },
    },
    '.cc-faveur': { '--cc-sens': enFaveur },
    '.cc-defaveur': { '--cc-sens': enDefaveur },
    '.cc-signe': {
      width: 16,
      height: 16,
      border: '1.5px solid',
      borderRadius: '50%',
      color: 'var(--cc-sens)',
      fontWeight: 700,
      fontSize: '0.875rem',
      lineHeight: '12px',
      textAlign: 'center' as const,
    },
    '.cc-poids': { color: 'var(--cc-sens)', fontWeight: 500, textAlign: 'right' as const },
    '.cc-echelle': {
      position: 'relative' as const,
      height: 14,
      [breakpoints.down('sm')]: { display: 'none' },
    },
    '.cc-zero': {
      position: 'absolute' as const,
      top: -2,
      bottom: -2,
      borderLeft: `1px solid ${palette.divider}`,
    },
    '.cc-barre': {
      position: 'absolute' as const,
      top: 2,
      bottom: 2,
      borderRadius: 2,
      backgroundColor: 'var(--cc-sens)',
    },
  };
};

const styles = (theme: Theme) => ({
  '.cc-cache': { ...visuallyHiddenStyle },
  ...boutons(theme),
  ...pastilles(theme),
  ...mots,
  ...blocs(theme),
  ...cascade(theme),
});

/**
 * The classes of what is drawn by the hundred: labels compared word by word, waterfalls, chips, keys. A style object
 * given to each element is computed, hashed and compared at each drawing; a class is written once a theme.
 */
export const StylesDenses = memo(() => <GlobalStyles styles={styles} />);
StylesDenses.displayName = 'StylesDenses';
