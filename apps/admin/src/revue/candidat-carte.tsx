import { Box, Button, Paper, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Cascade } from '../affichage/cascade.tsx';
import { percent } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { useValidite } from '../affichage/validite.ts';
import { visuallyHiddenStyle } from '../affichage/visually-hidden.ts';
import type { Candidat } from '../contract/formation.ts';
import { LibelleCompare, MotsManquants } from './libelle-compare.tsx';
import { diffLabels } from './token-diff.ts';
import { affichage, type Touches } from './raccourcis.ts';
import { Touche } from './touche.tsx';

const labelsOf = ({ famille, libelle }: Candidat): string[] => (famille ? [famille, libelle] : [libelle]);

/** One certification proposed: its label compared with the formation's, its identity, and why it is there. */
export const CandidatCarte = ({
  candidat,
  reference,
  rival,
  premier,
  touches,
  onChoisir,
  disabled,
}: {
  candidat: Candidat;
  /** The formation's labels. */
  reference: string;
  /** The candidate this one competes with: the second for the first, the first for the others. */
  rival: Candidat | undefined;
  premier: boolean;
  /** Null where the keys are switched off: they are not shown. */
  touches: Touches | null;
  /** Null where the role may not decide. */
  onChoisir: (() => void) | null;
  disabled: boolean;
}) => {
  const translate = useTranslate();
  const validite = useValidite();
  const titleId = useId();
  const { rang, libelle, famille, codeCertification, niveauQualification, rncp, confiance, explication } =
    candidat;
  const diff = diffLabels(reference, labelsOf(candidat), rival ? labelsOf(rival) : []);
  const libelleSegments = diff.textes.at(-1) ?? [];
  const familleSegments = famille ? (diff.textes[0] ?? []) : [];
  const digit = touches?.choisir && rang <= 9 ? String(rang) : null;
  const touche = premier && touches?.accepter ? affichage(touches.accepter) : digit;
  return (
    <Paper
      component="li"
      variant="outlined"
      aria-labelledby={titleId}
      sx={{
        p: { xs: '12px', md: '16px' },
        ...(premier ? { borderColor: 'primary.main', borderWidth: 2 } : {}),
      }}
    >
      <Box
        sx={{
          display: 'flex',
          gap: '12px',
          alignItems: 'flex-start',
          flexWrap: { xs: 'wrap', sm: 'nowrap' },
        }}
      >
        <Box sx={{ flexGrow: 1, minWidth: 0, flexBasis: { xs: '100%', sm: 0 } }}>
          <Typography id={titleId} variant="h3" sx={{ lineHeight: 1.7, overflowWrap: 'anywhere' }}>
            <span aria-hidden>{rang}. </span>
            <span style={visuallyHiddenStyle}>{translate('concordance.revue.rang', { rang })} : </span>
            <LibelleCompare segments={libelleSegments} />
          </Typography>
          {famille ? (
            <Typography sx={{ fontSize: '0.875rem', lineHeight: 1.8 }}>
              <LibelleCompare segments={familleSegments} />
            </Typography>
          ) : null}
          {diff.manquants.length > 0 ? (
            <Typography sx={{ fontSize: '0.875rem', lineHeight: 1.8 }}>
              <MotsManquants mots={diff.manquants} />
            </Typography>
          ) : null}
        </Box>
        {onChoisir ? (
          <Button
            variant={premier ? 'contained' : 'outlined'}
            disabled={disabled}
            onClick={onChoisir}
            sx={{ flexShrink: 0 }}
          >
            {translate(`concordance.revue.actions.${premier ? 'accepter' : 'choisir'}`)}
            <span style={visuallyHiddenStyle}> {libelle}</span>
            {touche ? <Touche>{touche}</Touche> : null}
          </Button>
        ) : null}
      </Box>
      <Box sx={{ my: '8px', fontSize: '0.9375rem' }}>
        <Rangee>
          <Pastille ton="neutre">
            {translate('concordance.revue.confiance', { pct: percent(confiance) })}
          </Pastille>
          <LienFiche to={`/certifications/${encodeURIComponent(codeCertification)}/show`}>
            {codeCertification}
          </LienFiche>
          {niveauQualification ? (
            <span>{translate('concordance.revue.niveau', { n: niveauQualification })}</span>
          ) : null}
          {rncp.length > 0 ? <span>{rncp.join(', ')}</span> : null}
        </Rangee>
        <Box color="text.secondary" sx={{ fontSize: '0.875rem', mt: '4px' }}>
          {validite(candidat)}
        </Box>
      </Box>
      {explication.length > 0 ? <Cascade lignes={explication} /> : null}
    </Paper>
  );
};
