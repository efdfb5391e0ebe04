import CancelOutlined from '@mui/icons-material/CancelOutlined';
import { Alert, Button } from '@mui/material';
import { useCanAccess, useGetOne, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CompteursBarre } from '../affichage/compteurs-barre.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import {
  formatDay,
  formatDuration,
  formatInstant,
  formatNumber,
  formatPercent,
  percent,
} from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { Campagne, Execution } from '../contract/campagne.ts';
import { useLibelleTable } from '../imports/libelle-table.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';
import { ChoixComparaison } from './choix-comparaison.tsx';
import { PageSuivie } from './page-suivie.tsx';
import { isActive, Ouverture, ouvreSaFile, Progression } from './progression.tsx';
import { PublierExecution } from './publier-execution.tsx';

const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;

const Actions = ({ execution }: { execution: Execution }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  const annuler = useCanAccess({ resource: 'executions', action: 'annuler' });
  const { data: campagne } = useGetOne<Campagne>('campagnes', { id: execution.campagneId });
  const publiee = campagne?.executionPublieeId === execution.id;
  return (
    <Rangee>
      <ExecutionPastille statut={execution.statut} />
      {publiee ? <Pastille ton="info">{translate('concordance.campagnes.dejaPubliee')}</Pastille> : null}
      {annuler.canAccess && isActive(execution) ? (
        <Button
          variant="outlined"
          color="error"
          startIcon={<CancelOutlined />}
          disabled={pending}
          onClick={() =>
            void run(() => commands.annulerExecution(execution.id), 'concordance.executions.annulee')
          }
        >
          {translate('concordance.executions.annuler')}
        </Button>
      ) : null}
      {campagne ? <PublierExecution execution={execution} campagne={campagne} /> : null}
      {execution.statut === 'terminee' ? (
        <LienFiche to={`/couverture?campagneId=${execution.campagneId}&executionId=${execution.id}`}>
          {translate('concordance.executions.voirCouverture')}
        </LienFiche>
      ) : null}
      <ChoixComparaison execution={execution} />
    </Rangee>
  );
};

const Detail = () => {
  const translate = useTranslate();
  const libelleTable = useLibelleTable();
  const execution = useRecordContext<Execution>();
  if (!execution) return null;
  const label = (field: string) => translate(`resources.executions.fields.${field}`);
  const { demarreeLe, termineeLe } = execution;
  return (
    <Pile>
      <Actions execution={execution} />
      {execution.erreur ? (
        <Alert severity="error">
          <strong>{translate('concordance.executions.erreur')}</strong>
          <div>{execution.erreur}</div>
        </Alert>
      ) : null}
      {isActive(execution) ? (
        <Bloc titre={label('avancement')}>
          <Progression execution={execution} />
        </Bloc>
      ) : null}
      {ouvreSaFile(execution) ? (
        <Bloc titre={translate('concordance.executions.ouvertureTitre')}>
          <Ouverture execution={execution} />
        </Bloc>
      ) : null}
      {execution.compteurs ? (
        <Bloc titre={label('compteurs')}>
          <CompteursBarre compteurs={execution.compteurs} detail />
        </Bloc>
      ) : null}
      <CoteACote>
        <Bloc titre={translate('concordance.campagnes.description')}>
          <Fiche
            lignes={[
              [
                label('campagneNom'),
                <LienFiche key="campagne" to={`/campagnes/${execution.campagneId}/show`}>
                  {execution.campagneNom}
                </LienFiche>,
              ],
              [label('creeeLe'), formatInstant(execution.creeeLe)],
              [label('termineeLe'), termineeLe ? formatInstant(termineeLe) : null],
              [
                translate('concordance.executions.duree'),
                demarreeLe && termineeLe ? formatDuration(seconds(demarreeLe, termineeLe)) : null,
              ],
              [label('rentree'), formatDay(execution.rentree)],
              [label('modele'), execution.modele],
              [label('seuil'), `${percent(execution.seuil)} %`],
              [label('risque'), formatPercent(execution.risque)],
              [
                label('nbFormationsTraitees'),
                [
                  translate('concordance.executions.lignes', {
                    faites: formatNumber(execution.nbFormationsTraitees),
                    total: formatNumber(execution.nbFormations),
                  }),
                  translate('concordance.executions.signatures', {
                    faites: formatNumber(execution.nbSignaturesTraitees),
                    total: formatNumber(execution.nbSignatures),
                  }),
                  translate('concordance.executions.lots', {
                    smart_count: execution.nbLots,
                    faits: execution.nbLotsTermines,
                    total: execution.nbLots,
                  }),
                ].join(' · '),
              ],
            ]}
          />
        </Bloc>
        <Bloc titre={label('instantanes')}>
          <Fiche
            lignes={execution.instantanes.map(({ id, table, nom, millesime }) => [
              libelleTable({ table }),
              <LienFiche key={id} to={`/instantanes/${id}/show`}>
                {millesime ? `${nom} (${millesime})` : nom}
              </LienFiche>,
            ])}
          />
        </Bloc>
      </CoteACote>
    </Pile>
  );
};

const Titre = () => {
  const execution = useRecordContext<Execution>();
  return execution ? (
    <>
      {execution.campagneNom}, {formatInstant(execution.creeeLe)}
    </>
  ) : null;
};

export const ExecutionShow = () => (
  <PageSuivie<Execution> titre={<Titre />}>
    <Detail />
  </PageSuivie>
);
