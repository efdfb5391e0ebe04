import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import HighlightOff from '@mui/icons-material/HighlightOff';
import { Box, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { DessinOuTableau } from '../affichage/dessin-ou-tableau.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatNumber, formatPercent } from '../affichage/formats.ts';
import { Pastille } from '../affichage/pastille.tsx';
import type { Cpf } from '../contract/etablissement.ts';
import { TableauSimple } from '../etablissements/tableau-simple.tsx';
import { commands } from '../providers/commands.ts';

const moisLong = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric' });
const nomMois = (periode: string) =>
  /^\d{4}-\d{2}$/.test(periode) ? moisLong.format(new Date(`${periode}-15T12:00:00Z`)) : periode;

const LARGEUR = 720;
const HAUTEUR = 180;
const PIED = 24;

/** Entries by month as bars; the table says the same. */
const Histogramme = ({ mois }: { mois: Cpf['mois'] }) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const most = Math.max(1, ...mois.map(({ entrees }) => entrees));
  const pas = LARGEUR / Math.max(1, mois.length);
  const resume = mois
    .map(({ periode, entrees }) => `${nomMois(periode)} : ${formatNumber(entrees)}`)
    .join(', ');
  return (
    <Box
      component="svg"
      role="img"
      aria-label={`${translate('concordance.cpf.entrees')}. ${resume}`}
      viewBox={`0 0 ${LARGEUR} ${HAUTEUR + PIED}`}
      sx={{ width: '100%', minWidth: 480, maxWidth: 900, display: 'block' }}
    >
      {mois.map(({ periode, entrees }, index) => {
        const hauteur = (entrees / most) * (HAUTEUR - 16);
        return (
          <g key={periode}>
            <rect
              x={index * pas + 2}
              y={HAUTEUR - hauteur}
              width={Math.max(2, pas - 4)}
              height={hauteur}
              fill={palette.primary.main}
            >
              <title>{`${nomMois(periode)} : ${formatNumber(entrees)}`}</title>
            </rect>
            {periode.endsWith('-01') || index === 0 ? (
              <text x={index * pas + 2} y={HAUTEUR + 18} fontSize="13" fill={palette.text.primary}>
                {periode.slice(0, 4)}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1="0" x2={LARGEUR} y1={HAUTEUR} y2={HAUTEUR} stroke={palette.text.primary} />
      <text x="2" y="12" fontSize="13" fill={palette.text.primary}>
        {formatNumber(most)}
      </text>
    </Box>
  );
};

const Entrees = ({ mois }: { mois: Cpf['mois'] }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.cpf.${key}`);
  if (mois.length === 0) return t('aucuneEntree');
  return (
    <DessinOuTableau
      nom={t('entrees')}
      dessin={<Histogramme mois={mois} />}
      tableau={
        <TableauSimple
          titre={t('entrees')}
          colonnes={[t('mois'), t('nEntrees'), t('sortiesTotales'), t('sortiesPartielles')]}
          lignes={mois.map((one) => [
            nomMois(one.periode),
            formatNumber(one.entrees),
            formatNumber(one.sortiesTotales),
            formatNumber(one.sortiesPartielles),
          ])}
        />
      }
    />
  );
};

const Usagers = ({ usagers }: { usagers: NonNullable<Cpf['usagers']> }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.cpf.${key}`);
  const axes = ['age', 'sexe', 'demandeurEmploi', 'csp'] as const;
  return (
    <>
      <Typography variant="h3" sx={{ mt: '16px' }}>
        {translate('concordance.cpf.usagers', { trimestre: usagers.trimestre })}
      </Typography>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', mb: '4px' }}>
        {t('usagersAide')}
      </Typography>
      <TableauSimple
        titre={translate('concordance.cpf.usagers', { trimestre: usagers.trimestre })}
        colonnes={[t('axe'), t('valeur'), t('part')]}
        lignes={axes.flatMap((axe) =>
          usagers[axe].map(({ libelle, n }) => [
            translate(`concordance.valeurs.axeUsagers.${axe}`),
            translate(`concordance.valeurs.ouiNon.${libelle}`, {
              _: libelle || translate('concordance.application.non_renseigne'),
            }),
            formatPercent(usagers.total === 0 ? 0 : n / usagers.total),
          ]),
        )}
      />
    </>
  );
};

const Contenu = ({ cpf }: { cpf: Cpf }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.cpf.${key}`);
  const { offre, dansOffre, vivant, mois, annees, usagers } = cpf;
  if (cpf.sources.length === 0) return t('sansDonnees');
  if (cpf.rncp.length === 0) return t('sansRncp');
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mb: '12px' }}>
        {vivant === null ? null : (
          <Pastille ton={vivant ? 'succes' : 'alerte'} icon={vivant ? CheckCircleOutline : HighlightOff}>
            {t(vivant ? 'vivante' : 'sansVie')}
          </Pastille>
        )}
        {dansOffre === null ? null : (
          <Pastille ton="neutre" icon={dansOffre ? CheckCircleOutline : HighlightOff}>
            {t(dansOffre ? 'offre' : 'horsOffre')}
          </Pastille>
        )}
      </Box>
      {offre ? (
        <Fiche
          lignes={[
            [t('organismes'), formatNumber(offre.organismes)],
            [t('formations'), formatNumber(offre.formations)],
            [t('sessions'), formatNumber(offre.sessions)],
            [
              t('heures'),
              offre.heuresMoyenne === null
                ? null
                : translate('concordance.cpf.nHeures', { n: formatNumber(offre.heuresMoyenne) }),
            ],
            [
              t('frais'),
              offre.fraisMoyen === null
                ? null
                : translate('concordance.cpf.nEuros', { n: formatNumber(offre.fraisMoyen) }),
            ],
          ]}
        />
      ) : null}
      <Typography variant="h3" sx={{ mt: '16px', mb: '8px' }}>
        {t('entrees')}
      </Typography>
      <Entrees mois={mois} />
      {annees.length > 0 ? (
        <>
          <Typography variant="h3" sx={{ mt: '16px', mb: '4px' }}>
            {t('dossiers')}
          </Typography>
          <Fiche lignes={annees.map(({ annee, dossiers }) => [annee, formatNumber(dossiers)] as const)} />
        </>
      ) : null}
      {usagers ? <Usagers usagers={usagers} /> : null}
    </>
  );
};

/** What Mon compte formation says of a certification: a sign that it is alive. */
export const CpfBloc = ({ code }: { code: string }) => {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['certifications', code, 'cpf'],
    queryFn: ({ signal }) => commands.cpf(code, signal),
  });
  return (
    <Bloc titre={translate('concordance.cpf.titre')}>
      {isPending ? (
        <Chargement />
      ) : error ? (
        <Erreur titre={translate('concordance.cpf.erreur')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Contenu cpf={data} />
      )}
    </Bloc>
  );
};
