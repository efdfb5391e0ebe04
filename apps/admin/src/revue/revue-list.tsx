import LockOutlined from '@mui/icons-material/LockOutlined';
import { Button } from '@mui/material';
import { DataTable, FilterButton, LinkBase, TopToolbar, useTranslate } from 'react-admin';
import { formatNumber, percent } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche, Liste, Rangee, Tableau } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { RequetesEnregistrees } from '../affichage/requetes-enregistrees.tsx';
import { Motifs, RevuePastille } from '../affichage/statuts.tsx';
import type { Revue } from '../contract/formation.ts';
import { Commencer } from './commencer.tsx';
import { useFiltresRevue } from './filtres-revue.tsx';
import { revuePath, useFiltreRevue } from './revue-query.ts';

const Column = DataTable.Col<Revue>;

const MesDecisions = () => {
  const translate = useTranslate();
  return (
    <Button component={LinkBase} to="/mes-decisions" variant="outlined">
      {translate('concordance.mesDecisions.titre')}
    </Button>
  );
};

const LienRevue = ({ id, libelle, specialite }: Revue) => {
  const filtre = useFiltreRevue();
  return (
    <LienFiche to={revuePath(id, filtre)}>
      <Libelles libelle={libelle} specialite={specialite} />
    </LienFiche>
  );
};

const Etat = ({ statut, bail }: Revue) => {
  const translate = useTranslate();
  return (
    <Rangee>
      <RevuePastille statut={statut} />
      {bail && !bail.parMoi ? (
        <Pastille ton="info" icon={LockOutlined}>
          {translate('concordance.revue.prisParCourt', { par: bail.par })}
        </Pastille>
      ) : null}
    </Rangee>
  );
};

/** The items to treat, the most urgent first. */
export const RevueList = () => (
  <Liste<Revue>
    sort={{ field: 'priorite', order: 'DESC' }}
    filters={useFiltresRevue()}
    filterDefaultValues={{ statut: 'a_traiter' }}
    actions={
      <TopToolbar>
        <Commencer />
        <MesDecisions />
        <RequetesEnregistrees ecran="revues" />
        <FilterButton disableSaveQuery />
      </TopToolbar>
    }
  >
    <Tableau vide="concordance.revue.vide" secondaires={['voeux', 'motifs', 'confiance', 'statut']}>
      <Column source="libelle" render={(revue) => <LienRevue {...revue} />} />
      <Column source="nbFormations" render={({ nbFormations }) => `×${formatNumber(nbFormations)}`} />
      <Column
        source="voeux"
        disableSort
        render={({ voeux }) => (voeux === null ? '–' : formatNumber(voeux))}
      />
      <Column
        source="motifs"
        disableSort
        render={({ motifs }) => (
          <Rangee>
            <Motifs motifs={motifs} />
          </Rangee>
        )}
      />
      <Column
        source="confiance"
        render={({ confiance }) => (confiance === null ? '–' : `${percent(confiance)} %`)}
      />
      <Column source="statut" disableSort render={(revue) => <Etat {...revue} />} />
    </Tableau>
  </Liste>
);
