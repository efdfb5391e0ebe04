import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { formatDay, formatInstant } from '../affichage/formats.ts';
import { Pastille } from '../affichage/pastille.tsx';
import type { EtablissementDetail, Organisme } from '../contract/etablissement.ts';
import { TableauSimple } from './tableau-simple.tsx';

const QUALIOPI = ['formation', 'bilan', 'vae', 'apprentissage'] as const;

/** Yes, no, or that nobody told. */
const useOuiNon = () => {
  const translate = useTranslate();
  return (value: boolean | null) =>
    value === null
      ? translate('concordance.application.non_renseigne')
      : translate(`concordance.valeurs.ouiNon.${String(value)}`);
};

const UnOrganisme = ({ organisme }: { organisme: Organisme }) => {
  const translate = useTranslate();
  const ouiNon = useOuiNon();
  const t = (key: string) => translate(`concordance.etablissements.${key}`);
  const { siret, connu, declarations, habilitations, obtenuLe, perime } = organisme;
  if (!connu) return <p>{translate('concordance.etablissements.siretInconnu', { siret })}</p>;
  return (
    <Box sx={{ display: 'grid', gap: '12px' }}>
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem' }}>
        {siret}. {translate('concordance.etablissements.obtenuLe', { date: formatInstant(obtenuLe) })}{' '}
        {perime ? <Pastille ton="alerte">{t('perime')}</Pastille> : null}
      </Typography>
      {declarations.map(({ nda, active, dateDerniereDeclaration, qualiopi }) => (
        <Fiche
          key={nda}
          lignes={[
            [t('declaration'), nda],
            [
              t('active'),
              dateDerniereDeclaration
                ? `${ouiNon(active)} (${formatDay(dateDerniereDeclaration)})`
                : ouiNon(active),
            ],
            [
              t('qualiopi'),
              [
                ...QUALIOPI.filter((action) => qualiopi[action] === true).map((action) =>
                  translate(`concordance.valeurs.qualiopi.${action}`),
                ),
                ...(qualiopi.parUniteLegale === true ? [t('herite')] : []),
              ].join(', ') || t('aucun'),
            ],
          ]}
        />
      ))}
      {habilitations.length === 0 ? (
        <p>{t('aucuneHabilitation')}</p>
      ) : (
        <TableauSimple
          titre={t('habilitations')}
          colonnes={[t('habilitation'), t('active'), t('former'), t('evaluer'), t('fin')]}
          repliees={[t('fin')]}
          lignes={habilitations.map((one) => [
            one.code,
            ouiNon(one.active),
            ouiNon(one.former),
            ouiNon(one.organiserEvaluation),
            one.dateFinEnregistrement ? formatDay(one.dateFinEnregistrement) : '–',
          ])}
        />
      )}
    </Box>
  );
};

/** What QuiForme and the liste publique say of the organismes behind an establishment. */
export const OrganismesBloc = ({ etablissement }: { etablissement: EtablissementDetail }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.etablissements.${key}`);
  const { organismes, listePublique } = etablissement;
  return (
    <Bloc titre={t('organismes')}>
      {organismes.length === 0 ? t('jamaisDemande') : null}
      {organismes.map((organisme) => (
        <UnOrganisme key={organisme.siret} organisme={organisme} />
      ))}
      <Typography variant="h3" sx={{ mt: '16px', mb: '4px' }}>
        {t('listePublique')}
      </Typography>
      {listePublique.length === 0
        ? t('horsListe')
        : listePublique.map(({ nda, denomination }) => (
            <div key={nda}>
              {nda} {denomination}
            </div>
          ))}
    </Bloc>
  );
};
