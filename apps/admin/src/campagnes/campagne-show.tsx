import { Alert, Box } from '@mui/material';
import { Show, useGetList, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatDay, formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import type { Campagne, Execution } from '../contract/campagne.ts';
import { LigneExecution } from '../executions/ligne-execution.tsx';
import { estSuivi, POLL_MS } from '../executions/progression.tsx';
import { ActionsCampagne } from './actions-campagne.tsx';
import { ReferencesCampagne } from './references-campagne.tsx';

const Executions = ({ campagne }: { campagne: Campagne }) => {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = useGetList<Execution>(
    'executions',
    {
      pagination: { page: 1, perPage: 10 },
      sort: { field: 'creeeLe', order: 'DESC' },
      filter: { campagneId: campagne.id },
    },
    { refetchInterval: (query) => (query.state.data?.data?.some(estSuivi) ? POLL_MS : false) },
  );
  if (isPending) return <Chargement />;
  if (error) {
    return (
      <Erreur titre={translate('concordance.erreurs.titre')} error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.length === 0) return <>{translate('concordance.executions.aucuneDeLaCampagne')}</>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '12px' }}>
      {data.map((execution) => (
        <LigneExecution
          key={execution.id}
          execution={execution}
          publiee={execution.id === campagne.executionPublieeId}
        />
      ))}
    </Box>
  );
};

const Detail = () => {
  const translate = useTranslate();
  const campagne = useRecordContext<Campagne>();
  if (!campagne) return null;
  const filtre = encodeURIComponent(JSON.stringify({ campagneId: campagne.id }));
  const aTraiter = encodeURIComponent(JSON.stringify({ campagneId: campagne.id, statut: 'a_traiter' }));
  const label = (field: string) => translate(`resources.campagnes.fields.${field}`);
  return (
    <Pile>
      <ActionsCampagne campagne={campagne} />
      <Bloc titre={translate('concordance.campagnes.resultat')}>
        {campagne.compteurs ? (
          <>
            <CompteursBarre compteurs={campagne.compteurs} detail />
            <Box sx={{ mt: '16px', mb: '8px' }}>
              {translate('concordance.campagnes.decides', {
                smart_count: campagne.compteurs.decides,
                n: formatNumber(campagne.compteurs.decides),
              })}
            </Box>
          </>
        ) : (
          <Alert severity="info" sx={{ mb: '12px' }}>
            {translate('concordance.campagnes.pasDeResultat')}
          </Alert>
        )}
        <Rangee>
          <LienFiche to={`/formations?filter=${filtre}`}>
            {translate('concordance.campagnes.voirFormations')}
          </LienFiche>
          <span aria-hidden>·</span>
          <LienFiche to={`/revues?filter=${aTraiter}`}>
            {translate('concordance.campagnes.voirRevue', { n: formatNumber(campagne.nbARevoir) })}
          </LienFiche>
        </Rangee>
      </Bloc>
      <CoteACote parts={[1, 2]}>
        <Bloc titre={translate('concordance.campagnes.description')}>
          <Fiche
            lignes={[
              [
                label('plateforme'),
                translate(`concordance.valeurs.plateforme.${campagne.plateforme}`, {
                  _: campagne.plateforme,
                }),
              ],
              [label('rentree'), formatDay(campagne.rentree)],
              [label('nbFormations'), formatNumber(campagne.nbFormations)],
              [label('nbSignatures'), formatNumber(campagne.nbSignatures)],
              [label('creeeLe'), formatInstant(campagne.creeeLe)],
              [
                label('executionPublieeId'),
                campagne.executionPublieeId ? (
                  <LienFiche to={`/executions/${campagne.executionPublieeId}/show`}>
                    {translate('concordance.campagnes.dejaPubliee')}
                  </LienFiche>
                ) : (
                  translate('concordance.campagnes.nonPubliee')
                ),
              ],
              [
                label('catalogueId'),
                <LienFiche key="catalogue" to={`/instantanes/${campagne.catalogueId}/show`}>
                  {translate('concordance.campagnes.catalogue')}
                </LienFiche>,
              ],
            ]}
          />
        </Bloc>
        <Bloc titre={translate('concordance.campagnes.executions')}>
          <Executions campagne={campagne} />
        </Bloc>
        <ReferencesCampagne campagne={campagne} genre="references" />
        <ReferencesCampagne campagne={campagne} genre="etablissements" />
      </CoteACote>
    </Pile>
  );
};

export const CampagneShow = () => (
  <Show actions={false} component="div" title={<NomCampagne />}>
    <Detail />
  </Show>
);

const NomCampagne = () => <>{useRecordContext<Campagne>()?.nom}</>;
