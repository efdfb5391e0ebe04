import { GlobalStyles } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';

const candidats = ({ palette, breakpoints }: Theme) => ({
  '.cc-candidats': {
    listStyle: 'none',
    margin: '12px 0 0',
    padding: 0,
    display: 'grid',
    gap: '12px',
    '& > li': {
      // What is below the fold is neither laid out nor painted until it comes into view.
      contentVisibility: 'auto' as const,
    },
    '& > li:first-of-type': { border: `2px solid ${palette.primary.main}` },
  },
  '.cc-candidat-tete': {
    display: 'flex',
    gap: '12px',
    alignItems: 'flex-start',
    [breakpoints.down('sm')]: { flexWrap: 'wrap' as const },
    '& > div': {
      flexGrow: 1,
      minWidth: 0,
      flexBasis: 0,
      [breakpoints.down('sm')]: { flexBasis: '100%' },
    },
    '& h3': { lineHeight: 1.7, overflowWrap: 'anywhere' as const },
    '& p': { margin: 0, fontSize: '0.875rem', lineHeight: 1.8 },
  },
  '.cc-candidat-identite': {
    margin: '8px 0',
    fontSize: '0.9375rem',
    '& p': { margin: '4px 0 0', fontSize: '0.875rem', color: palette.text.secondary },
  },
});

const page = {
  '.cc-page-fiche': { display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0,1fr)' },
  '.cc-entete-fiche': {
    display: 'flex',
    flexWrap: 'wrap' as const,
    alignItems: 'center',
    gap: '4px 16px',
    '& > p': { flexGrow: 1, margin: 0, minHeight: '1.5em' },
  },
};

const corps = ({ breakpoints }: Theme) => ({
  '.cc-corps': {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0,1fr)',
    alignItems: 'start',
    [breakpoints.up('lg')]: {
      gridTemplateColumns: 'minmax(0,1fr) minmax(0,1.5fr)',
      gridTemplateRows: 'auto 1fr',
    },
  },
  '.cc-corps-candidats': {
    minWidth: 0,
    '& > h2': { marginBottom: '8px' },
    [breakpoints.up('lg')]: { gridRow: 'span 2' },
  },
  '.cc-pile': { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0,1fr)', minWidth: 0 },
  '.cc-pile > section': { contentVisibility: 'auto' as const, containIntrinsicSize: 'auto 240px' },
  '.cc-formation': {
    fontSize: '1.125rem',
    '& > p': { margin: 0 },
    '& > .cc-rangee': { margin: '8px 0' },
  },
  '.cc-legende': {
    display: 'flex',
    flexWrap: 'wrap' as const,
    gap: '4px 12px',
    fontSize: '0.8125rem',
  },
});

const actions = ({ palette, breakpoints }: Theme) => ({
  '.cc-actions': {
    position: 'sticky' as const,
    bottom: 0,
    zIndex: 10,
    display: 'flex',
    flexWrap: 'wrap' as const,
    gap: '4px',
    margin: '0 -12px',
    padding: '8px',
    borderTop: `1px solid ${palette.divider}`,
    backgroundColor: palette.background.paper,
    '& > button': { flexGrow: 1 },
    // Nine words fit two rows without their icons: three rows would hide the first candidate.
    [breakpoints.down('sm')]: {
      '& > button': { padding: '5px 6px', fontSize: '0.8125rem' },
      '& svg': { display: 'none' },
    },
    [breakpoints.up('md')]: {
      gap: '8px',
      margin: '0 -24px',
      padding: '8px 24px',
      '& > button': { flexGrow: 0 },
    },
  },
});

const styles = (theme: Theme) => ({ ...page, ...corps(theme), ...candidats(theme), ...actions(theme) });

/** The classes of the review's page alone, written once a theme. */
export const StylesFiche = memo(() => <GlobalStyles styles={styles} />);
StylesFiche.displayName = 'StylesFiche';
