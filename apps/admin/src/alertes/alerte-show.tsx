import { DataTable, Pagination, ReferenceManyField, Show, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { formatDay, formatNumber } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche, Tableau } from '../affichage/liste.tsx';
import type { Alerte, FormationAlertee } from '../contract/etablissement.ts';

const Column = DataTable.Col<FormationAlertee>;

const Formations = () => {
  const translate = useTranslate();
  return (
    <Bloc titre={translate('concordance.alertes.formations')}>
      <ReferenceManyField
        reference="alertes-formations"
        target="alerteId"
        sort={{ field: 'rang', order: 'ASC' }}
        pagination={<Pagination />}
      >
        <Tableau vide="concordance.alertes.sansFormation" secondaires={['identifiant', 'academie', 'voeux']}>
          <Column source="identifiant" disableSort />
          <Column
            source="libelle"
            render={({ id, libelle, specialite }) => (
              <LienFiche to={`/formations/${id}/show`}>
                <Libelles libelle={libelle} specialite={specialite} />
              </LienFiche>
            )}
          />
          <Column source="etablissement" render={({ etablissement, uai }) => etablissement ?? uai ?? '–'} />
          <Column source="academie" render={({ academie }) => academie ?? '–'} />
          <Column
            source="capacite"
            render={({ capacite }) => (capacite === null ? '–' : formatNumber(capacite))}
          />
          <Column source="voeux" render={({ voeux }) => (voeux === null ? '–' : formatNumber(voeux))} />
        </Tableau>
      </ReferenceManyField>
    </Bloc>
  );
};

const Detail = () => {
  const translate = useTranslate();
  const alerte = useRecordContext<Alerte>();
  if (!alerte) return null;
  const label = (field: string) => translate(`resources.alertes.fields.${field}`);
  const { type, cle, libelle, acteur, date } = alerte;
  return (
    <Pile>
      <Bloc titre={translate('concordance.alertes.quoi')}>
        <Fiche
          lignes={[
            [label('libelle'), libelle],
            [label('cle'), objet(type, cle)],
            [label('acteur'), translate(`concordance.valeurs.acteurAlerte.${acteur}`, { _: acteur })],
            [label('date'), date ? formatDay(date) : null],
            [label('campagneNom'), alerte.campagneNom],
            [label('nbFormations'), formatNumber(alerte.nbFormations)],
            [label('places'), formatNumber(alerte.places)],
            [label('voeux'), formatNumber(alerte.voeux)],
          ]}
        />
      </Bloc>
      <Formations />
    </Pile>
  );
};

/** What an alert is about, with its page where it has one. */
const objet = (type: string, cle: string) => {
  if (type === 'UAI_FERMEE') return <LienFiche to={`/etablissements/${cle}/show`}>{cle}</LienFiche>;
  if (type.startsWith('CODE_')) {
    return <LienFiche to={`/certifications/${encodeURIComponent(cle)}/show`}>{cle}</LienFiche>;
  }
  return <code>{cle}</code>;
};

const Titre = () => {
  const translate = useTranslate();
  const alerte = useRecordContext<Alerte>();
  return (
    <>{alerte ? translate(`concordance.valeurs.typeAlerte.${alerte.type}`, { _: alerte.type }) : null}</>
  );
};

export const AlerteShow = () => (
  <Show actions={false} component="div" title={<Titre />}>
    <Detail />
  </Show>
);
