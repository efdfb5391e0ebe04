import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { ETROIT, LARGE } from '../affichage/colonne-large.ts';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { CoteACote } from '../affichage/disposition.tsx';
import { formatInstant, formatNumber, formatPercent, percent } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import { PageComparaison } from '../affichage/page-comparaison.tsx';
import { PageEcarts } from '../affichage/page-ecarts.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { StatutPastille } from '../affichage/statuts.tsx';
import type { Execution } from '../contract/campagne.ts';
import {
  GENRES_ECART,
  type ComparaisonExecutions as Donnees,
  type EcartExecution,
  type GenreEcart,
} from '../contract/comparaison-executions.ts';
import { commands } from '../providers/commands.ts';
import type { Ton } from '../theme/tons.ts';

const TONS: Record<GenreEcart, Ton> = {
  gagnee: 'succes',
  perdue: 'erreur',
  changee: 'alerte',
  deplacee: 'neutre',
};

const useMots = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.comparaisonExecutions.${key}`, values);
};

/** What differs in what the two runs were given: the reason of the differences below, when there is one. */
const Entrees = ({ avant, apres }: { avant: Execution; apres: Execution }) => {
  const t = useMots();
  const names = ({ instantanes }: Execution) =>
    instantanes.map(({ nom, millesime }) => [nom, millesime].filter(Boolean).join(' '));
  const only = (one: Execution, other: Execution) => names(one).filter((nom) => !names(other).includes(nom));
  const pair = (before: string, after: string) => (before === after ? null : `${before} → ${after}`);
  const lignes = [
    [t('modele'), pair(avant.modele, apres.modele)],
    [t('risque'), pair(formatPercent(avant.risque), formatPercent(apres.risque))],
    [t('retires'), only(avant, apres).join(', ')],
    [t('ajoutes'), only(apres, avant).join(', ')],
  ] as const;
  return lignes.some(([, value]) => value) ? <Fiche lignes={lignes} /> : <>{t('memesEntrees')}</>;
};

const Cote = ({ execution, titre }: { execution: Execution; titre: string }) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
      {titre}
    </Typography>
    <LienFiche to={`/executions/${execution.id}/show`}>{formatInstant(execution.creeeLe)}</LienFiche>
    {execution.compteurs ? <CompteursBarre compteurs={execution.compteurs} detail /> : null}
  </Box>
);

const Reponse = ({ statut, codeCertification, libelle, confiance }: EcartExecution['avant']) => (
  <>
    <StatutPastille statut={statut} />
    <div>
      {libelle} {codeCertification ? <code>{codeCertification}</code> : null}
      {confiance === null ? null : <>, {percent(confiance)} %</>}
    </div>
  </>
);

const Genre = ({ genre }: Pick<EcartExecution, 'genre'>) => {
  const translate = useTranslate();
  return <Pastille ton={TONS[genre]}>{translate(`concordance.valeurs.genreEcart.${genre}`)}</Pastille>;
};

const LignesEcart = ({ ecarts }: { ecarts: EcartExecution[] }) => {
  const t = useMots();
  return (
    <Table
      size="small"
      sx={{
        '& td, & th': { verticalAlign: 'top', px: { xs: '6px', sm: '16px' } },
        '& td': { minWidth: 150 },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('formation')}</TableCell>
          <TableCell sx={LARGE}>{t('genre')}</TableCell>
          <TableCell sx={LARGE}>{t('avant')}</TableCell>
          <TableCell sx={LARGE}>{t('apres')}</TableCell>
          <TableCell sx={ETROIT}>{t('reponses')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {ecarts.map(({ id, libelle, specialite, genre, avant, apres }) => (
          <TableRow key={id}>
            <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
              <LienFiche to={`/formations/${id}/show`}>
                <Libelles libelle={libelle} specialite={specialite} />
              </LienFiche>
              <Box sx={ETROIT}>
                <Genre genre={genre} />
              </Box>
            </TableCell>
            <TableCell sx={LARGE}>
              <Genre genre={genre} />
            </TableCell>
            <TableCell sx={LARGE}>
              <Reponse {...avant} />
            </TableCell>
            <TableCell sx={LARGE}>
              <Reponse {...apres} />
            </TableCell>
            <TableCell sx={ETROIT}>
              <Reponse {...avant} />
              <div aria-hidden>↓</div>
              <Reponse {...apres} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const Ecarts = ({ donnees: { avant, apres, compteurs } }: { donnees: Donnees }) => {
  const translate = useTranslate();
  const t = useMots();
  const genres = GENRES_ECART.map((id) => ({
    id,
    name: `${translate(`concordance.valeurs.genreEcart.${id}`)} (${formatNumber(compteurs[id])})`,
  }));
  return (
    <PageEcarts<EcartExecution>
      cle={['ecarts', apres.id, avant.id]}
      lire={(demande, signal) => commands.ecartsExecutions(apres.id, { ...demande, avec: avant.id }, signal)}
      filtres={[{ nom: 'genre', label: t('genre'), choix: genres }]}
      mots={{ titre: t('ecarts'), erreur: t('erreur'), aucun: t('aucun') }}
    >
      {(ecarts) => <LignesEcart ecarts={ecarts} />}
    </PageEcarts>
  );
};

/** Two runs of a campaign side by side: what they were given, what they answer, and each formation that differs. */
export const ComparaisonExecutions = () => {
  const t = useMots();
  return (
    <PageComparaison
      cle="comparaison-executions"
      comparer={commands.comparerExecutions}
      mots={{ titre: t('titre'), calcul: t('calcul'), erreur: t('erreur') }}
    >
      {(donnees) => (
        <>
          <Bloc titre={donnees.apres.campagneNom}>
            <CoteACote>
              <Cote execution={donnees.avant} titre={t('avant')} />
              <Cote execution={donnees.apres} titre={t('apres')} />
            </CoteACote>
            <Typography sx={{ mt: '16px' }}>
              {t('identiques', { smart_count: donnees.compteurs.identique })}
            </Typography>
          </Bloc>
          <Bloc titre={t('entrees')}>
            <Entrees avant={donnees.avant} apres={donnees.apres} />
          </Bloc>
          <Ecarts donnees={donnees} />
        </>
      )}
    </PageComparaison>
  );
};
