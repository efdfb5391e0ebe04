import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import type { Jugement } from '../contract/formation.ts';

/** One decision in words: what was decided, why, by whom, when. */
export const JugementLigne = ({ jugement }: { jugement: Jugement }) => {
  const translate = useTranslate();
  const {
    verdict,
    codeCertification,
    libelleCertification,
    motif,
    acteur,
    origine,
    commentaire,
    auteur,
    creeLe,
  } = jugement;
  return (
    <>
      <strong>{translate(`concordance.valeurs.verdict.${verdict}`)}</strong>
      {codeCertification ? (
        <>
          {' : '}
          {libelleCertification} <code>{codeCertification}</code>
        </>
      ) : null}
      {motif ? <> ({translate(`concordance.valeurs.motifAucune.${motif}`, { _: motif })})</> : null}
      <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {[
          translate('concordance.revue.parLe', { auteur, date: formatInstant(creeLe) }),
          acteur
            ? translate('concordance.revue.acteur', {
                acteur: translate(`concordance.valeurs.acteur.${acteur}`),
              })
            : null,
          origine === 'revue' ? null : translate(`concordance.valeurs.origineJugement.${origine}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Box>
      {commentaire ? <Box sx={{ fontStyle: 'italic' }}>« {commentaire} »</Box> : null}
    </>
  );
};

/** Every decision on the item, newest first; none is ever erased. */
export const Historique = ({ jugements }: { jugements: Jugement[] }) => {
  const translate = useTranslate();
  if (jugements.length === 0) return <>{translate('concordance.revue.aucunHistorique')}</>;
  const newestFirst = [...jugements].sort((a, b) => b.version - a.version);
  return (
    <ol reversed className="cc-liste">
      {newestFirst.map((jugement) => (
        <li key={jugement.id}>
          <JugementLigne jugement={jugement} />
        </li>
      ))}
    </ol>
  );
};
