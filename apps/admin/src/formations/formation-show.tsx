import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { Box, Button, Typography } from '@mui/material';
import { LinkBase, Show, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CodesResolus } from '../affichage/codes-resolus.tsx';
import { Cascade } from '../affichage/cascade.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import { formatDay, formatNumber, percent } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { DecisionPastille, Motifs, StatutPastille } from '../affichage/statuts.tsx';
import type { FormationDetail } from '../contract/formation.ts';
import { ControlesBloc } from '../etablissements/controles-bloc.tsx';
import { DETAIL } from '../providers/detail.ts';

const certificationPath = (code: string) => `/certifications/${encodeURIComponent(code)}/show`;

const Resultat = ({ formation }: { formation: FormationDetail }) => {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.formations.fields.${field}`);
  const { codeCertification, confiance, reviewId, decision, decideLe } = formation;
  return (
    <Bloc
      titre={translate('concordance.formations.resultat')}
      action={
        reviewId ? (
          <Button
            component={LinkBase}
            to={`/revues/${reviewId}/show`}
            variant="outlined"
            startIcon={<FactCheckOutlined />}
          >
            {translate('concordance.formations.ouvrirRevue')}
          </Button>
        ) : undefined
      }
    >
      <Fiche
        lignes={[
          [
            label('statut'),
            <Rangee key="statut">
              <StatutPastille statut={formation.statut} />
              <DecisionPastille decision={decision} />
            </Rangee>,
          ],
          [
            label('libelleCertification'),
            codeCertification ? (
              <>
                {formation.libelleCertification}{' '}
                <LienFiche to={certificationPath(codeCertification)}>{codeCertification}</LienFiche>
              </>
            ) : (
              translate('concordance.formations.sansCertification')
            ),
          ],
          [label('confiance'), confiance === null ? null : `${percent(confiance)} %`],
          [
            label('decision'),
            decision === 'humaine' && decideLe
              ? translate('concordance.formations.decideePar', { date: formatDay(decideLe) })
              : null,
          ],
          [
            label('motifs'),
            formation.motifs.length > 0 ? (
              <Rangee key="motifs">
                <Motifs motifs={formation.motifs} />
              </Rangee>
            ) : null,
          ],
          [label('mefstat11'), formation.mefstat11.join(', ')],
          [label('rncp'), formation.rncp.join(', ')],
          [label('sise'), formation.sise],
          [label('ideo'), formation.ideo.join(', ')],
        ]}
      />
      <Typography variant="h3" sx={{ mt: '16px', mb: '4px' }}>
        {translate('concordance.formations.explication')}
      </Typography>
      <Cascade lignes={formation.explication} />
    </Bloc>
  );
};

const Candidats = ({ formation }: { formation: FormationDetail }) => {
  const translate = useTranslate();
  return (
    <Bloc titre={translate('concordance.formations.candidats')}>
      {formation.candidats.length === 0 ? (
        translate('concordance.formations.aucunCandidat')
      ) : (
        <Box component="ol" sx={{ m: 0, pl: '24px', display: 'grid', gap: '6px' }}>
          {formation.candidats.map(({ codeCertification, libelle, confiance }) => (
            <li key={codeCertification}>
              {libelle} <LienFiche to={certificationPath(codeCertification)}>{codeCertification}</LienFiche>,{' '}
              {percent(confiance)} %
            </li>
          ))}
        </Box>
      )}
    </Bloc>
  );
};

const Catalogue = ({ formation }: { formation: FormationDetail }) => {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.formations.fields.${field}`);
  const number = (value: number | null) => (value === null ? null : formatNumber(value));
  return (
    <Bloc titre={translate('concordance.formations.libelles')}>
      <Fiche
        lignes={[
          [label('libelle'), formation.libelle],
          [label('specialite'), formation.specialite],
          [label('typeDiplome'), formation.typeDiplome],
          [label('voie'), formation.voie ? translate(`concordance.valeurs.voie.${formation.voie}`) : null],
          [label('identifiant'), formation.identifiant],
          [
            label('rang'),
            translate('concordance.formations.rangDansCatalogue', { rang: formatNumber(formation.rang) }),
          ],
          [label('etablissement'), formation.etablissement],
          [label('uai'), formation.uai],
          [label('commune'), formation.commune],
          [label('academie'), formation.academie],
          [label('capacite'), number(formation.capacite)],
          [label('voeux'), number(formation.voeux)],
        ]}
      />
    </Bloc>
  );
};

const Detail = () => {
  const translate = useTranslate();
  const formation = useRecordContext<FormationDetail>();
  if (!formation) return null;
  return (
    <CoteACote parts={[1, 1.4]}>
      <Pile>
        <Catalogue formation={formation} />
        <Bloc titre={translate('concordance.formations.codes')}>
          <CodesResolus resolutions={formation.resolutions} />
        </Bloc>
        <ControlesBloc formationId={formation.id} />
      </Pile>
      <Pile>
        <Resultat formation={formation} />
        <Candidats formation={formation} />
      </Pile>
    </CoteACote>
  );
};

const Titre = () => {
  const formation = useRecordContext<FormationDetail>();
  return <>{formation?.specialite ?? formation?.libelle}</>;
};

export const FormationShow = () => (
  <Show actions={false} component="div" title={<Titre />} queryOptions={{ meta: DETAIL }}>
    <Detail />
  </Show>
);
