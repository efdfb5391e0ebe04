import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { formatDay, formatNumber } from '../affichage/formats.ts';
import { commands } from '../providers/commands.ts';

interface Ligne {
  cle: string;
  nom: string;
  decisions: number;
  medianeSecondes: number | null;
}

const Mesures = ({
  titre,
  colonne,
  lignes,
}: {
  titre: string;
  colonne: string;
  lignes: readonly Ligne[];
}) => {
  const translate = useTranslate();
  const t = (key: string, values?: object) => translate(`concordance.finalites.${key}`, values);
  return (
    <Box sx={{ minWidth: 0, overflowX: 'auto' }} tabIndex={0} role="region" aria-label={titre}>
      <Typography variant="h3" sx={{ mb: '4px' }}>
        {titre}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{colonne}</TableCell>
            <TableCell align="right">{t('decisions')}</TableCell>
            <TableCell align="right">{t('mediane')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lignes.map(({ cle, nom, decisions, medianeSecondes }) => (
            <TableRow key={cle}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                {nom}
              </TableCell>
              <TableCell align="right">{formatNumber(decisions)}</TableCell>
              <TableCell align="right">
                {medianeSecondes === null ? '–' : t('secondes', { valeur: formatNumber(medianeSecondes) })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

/** How fast decisions are taken, by day and by person: shown only while a purpose is declared. */
export const StatistiquesVitesse = () => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.finalites.${key}`);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['finalites', 'vitesse'],
    queryFn: ({ signal }) => commands.vitesse(signal),
  });
  return (
    <Bloc titre={t('vitesse')}>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', mb: '12px' }}>
        {t('vitesseAide')}
      </Typography>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data?.data.length === 0 ? <Vide>{t('sansDecision')}</Vide> : null}
      {data && data.data.length > 0 ? (
        <Box
          sx={{
            display: 'grid',
            gap: '24px',
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0,1fr)', md: '1fr 1fr' },
          }}
        >
          <Mesures
            titre={t('parJour')}
            colonne={t('jour')}
            lignes={data.data.map((each) => ({ ...each, cle: each.jour, nom: formatDay(each.jour) }))}
          />
          <Mesures
            titre={t('parPersonne')}
            colonne={t('personne')}
            lignes={data.parPersonne.map((each) => ({ ...each, cle: each.compteId }))}
          />
        </Box>
      ) : null}
    </Bloc>
  );
};
