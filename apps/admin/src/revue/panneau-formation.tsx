import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CodesResolus } from '../affichage/codes-resolus.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { Motifs } from '../affichage/statuts.tsx';
import type { RevueDetail } from '../contract/formation.ts';
import { Historique } from './historique.tsx';

const Exemples = ({ revue }: { revue: RevueDetail }) => {
  const translate = useTranslate();
  const others = revue.nbFormations - revue.formations.length;
  return (
    <ul className="cc-liste">
      {revue.formations.map(({ id, identifiant, etablissement, uai, academie }) => (
        <li key={id}>
          <LienFiche to={`/formations/${id}/show`}>{identifiant}</LienFiche>{' '}
          {[etablissement ?? uai, academie].filter(Boolean).join(', ')}
        </li>
      ))}
      {others > 0 ? <li>{translate('concordance.revue.exemplesSuite', { smart_count: others })}</li> : null}
    </ul>
  );
};

/** What the catalogue says of the formation, and how many of them a decision touches. */
export const PanneauFormation = ({ revue }: { revue: RevueDetail }) => {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.formations.fields.${field}`);
  const { libelle, specialite, typeDiplome, voie, nbFormations, places, voeux } = revue;
  return (
    <Bloc titre={translate('concordance.revue.formation')}>
      <div className="cc-formation">
        <p>
          <strong>{libelle}</strong>
        </p>
        {specialite ? <p>{specialite}</p> : null}
        <Rangee>
          <Pastille ton="info">
            {translate('concordance.revue.nbFormations', { smart_count: nbFormations })}
          </Pastille>
          <Motifs motifs={revue.motifs} />
        </Rangee>
      </div>
      <Fiche
        lignes={[
          [label('typeDiplome'), typeDiplome],
          [label('voie'), voie ? translate(`concordance.valeurs.voie.${voie}`) : null],
          [label('capacite'), places === null ? null : formatNumber(places)],
          [label('voeux'), voeux === null ? null : formatNumber(voeux)],
          [translate('resources.revues.fields.campagneNom'), revue.campagneNom],
        ]}
      />
    </Bloc>
  );
};

/** What helps to decide: the codes given and what they mean, the formations touched, the decisions already taken. */
export const PanneauContexte = ({ revue, contexte }: { revue: RevueDetail; contexte: ReactNode }) => {
  const translate = useTranslate();
  return (
    <div className="cc-pile">
      {contexte}
      <Bloc titre={translate('concordance.revue.codes')}>
        <CodesResolus resolutions={revue.resolutions} />
      </Bloc>
      <Bloc titre={translate('concordance.revue.exemples')}>
        <Exemples revue={revue} />
      </Bloc>
      <Bloc titre={translate('concordance.revue.historique')}>
        <Historique jugements={revue.jugements} />
      </Bloc>
    </div>
  );
};
