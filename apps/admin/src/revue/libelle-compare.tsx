import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { visuallyHiddenStyle } from '../affichage/visually-hidden.ts';
import { tonColors, type Ton } from '../theme/tons.ts';
import type { DiffKind, DiffSegment, MotManquant } from './token-diff.ts';

const looks: Record<DiffKind | 'manquant', { ton: Ton; signe: string }> = {
  commun: { ton: 'succes', signe: '✓' },
  abrege: { ton: 'info', signe: '≈' },
  enPlus: { ton: 'alerte', signe: '+' },
  manquant: { ton: 'erreur', signe: '−' },
};

const Mots = ({
  kind,
  texte,
  distinctif,
  nomme = true,
}: {
  kind: DiffKind | 'manquant';
  texte: string;
  /** What tells this candidate from its rival: marked by a sign and a frame, whatever its kind. */
  distinctif: boolean;
  nomme?: boolean;
}) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const { ton, signe } = looks[kind];
  const { texte: color, fond } = tonColors(palette.mode, ton);
  const names = [kind, ...(distinctif ? ['distinctif'] : [])].map((name) =>
    translate(`concordance.revue.diff.${name}`),
  );
  return (
    <Box
      component="span"
      sx={{
        display: 'inline',
        px: '4px',
        py: '1px',
        borderRadius: '3px',
        color,
        backgroundColor: fond,
        boxDecorationBreak: 'clone',
        WebkitBoxDecorationBreak: 'clone',
        ...(kind === 'manquant' ? { textDecoration: 'line-through' } : {}),
        ...(distinctif ? { fontWeight: 700, outline: `2px solid ${color}`, outlineOffset: '-1px' } : {}),
      }}
    >
      <span aria-hidden>
        {distinctif ? '◆' : ''}
        {signe}&nbsp;
      </span>
      {nomme ? <span style={visuallyHiddenStyle}>{`(${names.join(', ')} :) `}</span> : null}
      {texte}
    </Box>
  );
};

/** A label of a candidate with each run of words marked by a sign, a word for screen readers, and a colour. */
export const LibelleCompare = ({ segments }: { segments: readonly DiffSegment[] }) => (
  <>
    {segments.map((segment, index) => (
      <span key={index}>
        {index > 0 ? ' ' : null}
        <Mots {...segment} />
      </span>
    ))}
  </>
);

/** The words of the formation that the candidate lacks. */
export const MotsManquants = ({ mots }: { mots: readonly MotManquant[] }) => (
  <>
    {mots.map((mot, index) => (
      <span key={mot.texte}>
        {index > 0 ? ' ' : null}
        <Mots kind="manquant" {...mot} />
      </span>
    ))}
  </>
);

/** What the signs mean. */
export const LegendeComparaison = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 12px', fontSize: '0.8125rem' }}>
      {(['commun', 'abrege', 'enPlus', 'manquant'] as const).map((kind) => (
        <span key={kind}>
          <Mots
            kind={kind}
            texte={translate(`concordance.revue.diff.${kind}`)}
            distinctif={false}
            nomme={false}
          />
        </span>
      ))}
      <Box component="span" sx={{ fontWeight: 700 }}>
        <span aria-hidden>◆&nbsp;</span>
        {translate('concordance.revue.diff.distinctif')}
      </Box>
    </Box>
  );
};
