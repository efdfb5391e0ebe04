import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { DecisionPastille, StatutPastille } from '../affichage/statuts.tsx';
import { ContexteAnterieur } from './contexte-anterieur.tsx';
import { ContexteCertification, ContexteChiffres } from './contexte-formation.tsx';
import { ControlesBloc } from '../etablissements/controles-bloc.tsx';
import type { Formation, FormationExemple, RevueDetail } from '../contract/formation.ts';

/** More than a steward reads beside an item. */
const AUTRES = 8;

const lieu = ({ etablissement, uai, academie }: FormationExemple): string =>
  [etablissement ?? uai, etablissement ? uai : null, academie].filter(Boolean).join(', ');

/** What else the same establishment teaches, and what each was matched to. */
const AutresFormations = ({ revue, exemple }: { revue: RevueDetail; exemple: FormationExemple }) => {
  const translate = useTranslate();
  const { data, total, error, isPending, refetch } = useGetList<Formation>('formations', {
    pagination: { page: 1, perPage: AUTRES + 1 },
    sort: { field: 'libelle', order: 'ASC' },
    filter: { campagneId: revue.campagneId, uai: exemple.uai },
  });
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.contexte.${key}`, values);
  if (isPending) return <Chargement />;
  if (error) return <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} />;
  const others = data.filter(({ signature }) => signature !== revue.signature).slice(0, AUTRES);
  if (others.length === 0) return <>{t('aucuneAutre')}</>;
  const filtre = encodeURIComponent(JSON.stringify({ campagneId: revue.campagneId, uai: exemple.uai }));
  return (
    <>
      <Box component="ul" sx={{ m: 0, pl: '20px', display: 'grid', gap: '8px', fontSize: '0.9375rem' }}>
        {others.map(({ id, libelle, specialite, statut, decision, libelleCertification }) => (
          <li key={id}>
            <LienFiche to={`/formations/${id}/show`}>
              <Libelles libelle={libelle} specialite={specialite} />
            </LienFiche>
            <Rangee>
              <StatutPastille statut={statut} />
              <DecisionPastille decision={decision} />
              <span>{libelleCertification}</span>
            </Rangee>
          </li>
        ))}
      </Box>
      {(total ?? 0) > others.length + 1 ? (
        <LienFiche to={`/formations?filter=${filtre}`}>{t('toutes', { n: total })}</LienFiche>
      ) : null}
    </>
  );
};

/** What surrounds an item: opened by one key, read without leaving it, and left open for the next items. */
export const Contexte = ({ revue, onClose }: { revue: RevueDetail; onClose: () => void }) => {
  const translate = useTranslate();
  const region = useRef<HTMLDivElement>(null);
  const lieux = [
    ...new Map(revue.formations.filter(({ uai }) => uai !== null).map((one) => [one.uai, one])).values(),
  ];
  const [uai, setUai] = useState<string | null>(null);
  const chosen = lieux.find((one) => one.uai === uai) ?? lieux[0];
  const first = revue.candidats[0];
  const t = (key: string) => translate(`concordance.revue.contexte.${key}`);
  useEffect(() => {
    region.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Box
      ref={region}
      sx={{ display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0,1fr)' }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Bloc titre={t('titre')}>
        {chosen === undefined ? t('sansUai') : null}
        {lieux.length > 1 && chosen ? (
          <TextField
            select
            label={t('etablissement')}
            value={chosen.uai}
            onChange={(event) => setUai(event.target.value)}
          >
            {lieux.map((one) => (
              <MenuItem key={one.uai} value={one.uai ?? ''}>
                {lieu(one)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        {chosen ? (
          <>
            {lieux.length === 1 ? <Typography sx={{ fontWeight: 500 }}>{lieu(chosen)}</Typography> : null}
            <ContexteChiffres formationId={chosen.id} />
            <Typography variant="h3" component="h3" sx={{ mt: '12px', mb: '4px' }}>
              {t('autres')}
            </Typography>
            <AutresFormations revue={revue} exemple={chosen} />
          </>
        ) : null}
        <ContexteAnterieur revueId={revue.id} />
        {first ? <ContexteCertification code={first.codeCertification} /> : null}
      </Bloc>
      {chosen ? <ControlesBloc formationId={chosen.id} /> : null}
    </Box>
  );
};
