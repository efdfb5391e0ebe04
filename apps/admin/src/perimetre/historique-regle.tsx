import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatInstant } from '../affichage/formats.ts';
import { useConditionEnMots } from '../conditions/condition-mots.ts';
import type { Condition } from '../contract/condition.ts';
import type { LigneHistorique, ReglePerimetre } from '../contract/perimetre.ts';
import { commands } from '../providers/commands.ts';

type Champ = keyof ReglePerimetre;
const CHAMPS: readonly Champ[] = [
  'nom',
  'plateforme',
  'typeDiplome',
  'filiere',
  'niveau',
  'conditionIntegration',
  'condition',
  'priorite',
  'derogations',
];

const Changements = ({ ligne: { avant, apres, acte } }: { ligne: LigneHistorique }) => {
  const translate = useTranslate();
  const conditionInWords = useConditionEnMots();
  if (!avant || !apres) return null;
  const say = (champ: Champ, value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (champ === 'condition') return conditionInWords(value as Condition);
    if (champ === 'derogations') return String(Object.keys(value).length);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return champ === 'conditionIntegration'
      ? translate(`concordance.valeurs.conditionIntegration.${text}`)
      : text;
  };
  const changed = CHAMPS.filter((champ) => JSON.stringify(avant[champ]) !== JSON.stringify(apres[champ]));
  if (changed.length === 0 || acte === 'suppression' || acte === 'restauration') return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: '20px', fontSize: '0.875rem' }}>
      {changed.map((champ) => (
        <li key={champ}>
          {translate(`resources.regles-perimetre.fields.${champ}`)} : {say(champ, avant[champ])} →{' '}
          {say(champ, apres[champ])}
        </li>
      ))}
    </Box>
  );
};

/** Who changed what in a rule, newest first. */
export const HistoriqueRegle = ({ regle }: { regle: ReglePerimetre }) => {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['regles-perimetre', 'historique', regle.id, regle.version],
    queryFn: ({ signal }) => commands.historiqueRegle(regle.id, signal),
  });
  const t = (key: string) => translate(`concordance.perimetre.${key}`);
  return (
    <Bloc titre={t('historique')}>
      {isPending ? <Chargement /> : null}
      {error ? (
        <Erreur titre={translate('concordance.erreurs.titre')} error={error} onRetry={() => void refetch()} />
      ) : null}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '12px' }}>
        {(data?.data ?? []).map((ligne) => (
          <li key={ligne.id}>
            <Typography>
              <strong>{t(`actes.${ligne.acte}`)}</strong>{' '}
              {translate('concordance.perimetre.parLe', {
                auteur: ligne.auteur,
                date: formatInstant(ligne.creeLe),
              })}
            </Typography>
            <Changements ligne={ligne} />
          </li>
        ))}
      </Box>
    </Bloc>
  );
};
