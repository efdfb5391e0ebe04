import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { useChoix } from '../affichage/choix.ts';
import { ETROIT, LARGE } from '../affichage/colonne-large.ts';
import { CoteACote } from '../affichage/disposition.tsx';
import { formatInstant, formatNumber } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import { PageComparaison } from '../affichage/page-comparaison.tsx';
import { PageEcarts } from '../affichage/page-ecarts.tsx';
import { GenreChangement, ValeursChangees } from '../affichage/valeurs-changees.tsx';
import type { ExportJson } from '../contract/campagne.ts';
import {
  GENRES_ECART_EXPORT,
  type ComparaisonExports as Donnees,
  type EcartExport,
} from '../contract/comparaison-exports.ts';
import { commands, urlEcartsCsv } from '../providers/commands.ts';

/** Of a formation that only one export has, what says what it is. */
const RESUME = /^(statut|code_certification_retenu|libelle_certification)$/;

/** The closed list that each field takes its values from. */
const LISTES: Readonly<Record<string, string>> = {
  statut: 'statut',
  motifs: 'motif',
  voie: 'voie',
  decision: 'decision',
  decision_verdict: 'verdict',
  decision_motif: 'motifAucune',
};

const useMots = () => {
  const translate = useTranslate();
  return (key: string) => translate(`concordance.exports.comparaison.${key}`);
};

/** The fields of exported formations in words; one of a later format keeps the name it has in the file. */
const useChamps = () => {
  const translate = useTranslate();
  return {
    nomme: (champ: string) =>
      translate(`concordance.exports.comparaison.nomsDesChamps.${champ}`, { _: champ }),
    mot: (champ: string, code: string) => {
      if (champ === 'decision_date') return formatInstant(code);
      const liste = LISTES[champ];
      return liste === undefined ? code : translate(`concordance.valeurs.${liste}.${code}`, { _: code });
    },
  };
};

const Version = ({ exported }: { exported: ExportJson }) => (
  <>
    <LienFiche to={`/exports/${exported.id}/show`}>{formatInstant(exported.creeLe)}</LienFiche>
    <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
      {exported.campagneNom}
    </Typography>
  </>
);

const Champs = ({ champs }: Pick<Donnees, 'champs'>) => {
  const t = useMots();
  const { nomme } = useChamps();
  if (champs.length === 0) return <>{t('aucunChamp')}</>;
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, columnGap: '32px', columns: { xs: 1, sm: 2, lg: 1 } }}
    >
      {champs.map(({ champ, nombre }) => (
        <Box
          key={champ}
          component="li"
          sx={{ display: 'flex', gap: '16px', justifyContent: 'space-between', breakInside: 'avoid' }}
        >
          <span>
            {nomme(champ)}{' '}
            <Box component="code" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {champ}
            </Box>
          </span>
          <span>{formatNumber(nombre)}</span>
        </Box>
      ))}
    </Box>
  );
};

const LignesEcart = ({ ecarts }: { ecarts: EcartExport[] }) => {
  const t = useMots();
  const mots = useChamps();
  return (
    <Table
      size="small"
      sx={{
        '& td, & th': { verticalAlign: 'top', overflowWrap: 'anywhere', px: { xs: '6px', sm: '16px' } },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('formation')}</TableCell>
          <TableCell sx={LARGE}>{t('genre')}</TableCell>
          <TableCell>{t('valeurs')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {ecarts.map(({ id, libelle, specialite, genre, champs }, index) => (
          <TableRow key={`${id} ${index}`}>
            <TableCell component="th" scope="row" sx={{ fontWeight: 400, minWidth: { xs: 128, sm: 150 } }}>
              <Libelles libelle={libelle ?? '–'} specialite={specialite} />
              <div>
                <code>{id}</code>
              </div>
              <Box sx={ETROIT}>
                <GenreChangement genre={genre} />
              </Box>
            </TableCell>
            <TableCell sx={LARGE}>
              <GenreChangement genre={genre} />
            </TableCell>
            <TableCell sx={{ minWidth: { xs: 180, sm: 240 } }}>
              <ValeursChangees genre={genre} champs={champs} resume={RESUME} {...mots} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const Ecarts = ({ donnees: { avant, apres, champs } }: { donnees: Donnees }) => {
  const t = useMots();
  const { nomme } = useChamps();
  const avec = avant.id;
  return (
    <PageEcarts<EcartExport>
      cle={['ecarts-exports', apres.id, avec]}
      lire={(demande, signal) => commands.ecartsExports(apres.id, { ...demande, avec }, signal)}
      filtres={[
        {
          nom: 'genre',
          label: t('genre'),
          choix: useChoix('genreChangement', GENRES_ECART_EXPORT),
          tous: t('tous'),
        },
        {
          nom: 'champ',
          label: t('champ'),
          tous: t('tous'),
          choix: champs.map(({ champ, nombre }) => ({
            id: champ,
            name: `${nomme(champ)} (${formatNumber(nombre)})`,
          })),
        },
        { nom: 'q', label: t('identifiant') },
      ]}
      mots={{ titre: t('ecarts'), erreur: t('erreur'), aucun: t('aucun') }}
      action={(filtre) => (
        <Button
          variant="outlined"
          startIcon={<FileDownloadOutlined />}
          href={urlEcartsCsv(apres.id, { ...filtre, avec })}
          download="ecarts.csv"
        >
          {t('exporter')}
        </Button>
      )}
    >
      {(ecarts) => <LignesEcart ecarts={ecarts} />}
    </PageEcarts>
  );
};

/** Two exports of a platform side by side: what the files that were handed over no longer say alike. */
export const ComparaisonExports = () => {
  const t = useMots();
  return (
    <PageComparaison
      cle="comparaison-exports"
      comparer={commands.comparerExports}
      mots={{ titre: t('titre'), calcul: t('calcul'), erreur: t('erreur') }}
    >
      {(donnees) => (
        <>
          <CoteACote>
            <Bloc titre={donnees.apres.campagneNom}>
              <Fiche
                lignes={[
                  [t('avant'), <Version key="avant" exported={donnees.avant} />],
                  [t('apres'), <Version key="apres" exported={donnees.apres} />],
                  ...(['ajoute', 'retire', 'modifie', 'identique'] as const).map(
                    (genre) => [t(genre), formatNumber(donnees.compteurs[genre])] as const,
                  ),
                ]}
              />
            </Bloc>
            <Bloc titre={t('champs')}>
              <Champs champs={donnees.champs} />
            </Bloc>
          </CoteACote>
          <Ecarts donnees={donnees} />
        </>
      )}
    </PageComparaison>
  );
};
