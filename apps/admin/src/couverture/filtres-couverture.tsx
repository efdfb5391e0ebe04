import { Box, MenuItem, TextField } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import type { Campagne, Execution } from '../contract/campagne.ts';
import {
  GROUPES,
  MOMENTS,
  POIDS,
  type DemandeCouverture,
  type Facette,
  type RapportCouverture,
} from '../contract/couverture.ts';

type Choix = { valeur: string; nom: string };

const Liste = ({
  label,
  value,
  choix,
  onChange,
}: {
  label: string;
  value: string;
  choix: readonly Choix[];
  onChange: (value: string) => void;
}) => (
  <TextField
    select
    size="small"
    label={label}
    // A value that the report no longer has would leave the list without a choice.
    value={choix.some(({ valeur }) => valeur === value) ? value : ''}
    onChange={(event) => onChange(event.target.value)}
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    sx={{ m: 0, minWidth: 0 }}
  >
    {choix.map(({ valeur, nom }) => (
      <MenuItem key={valeur} value={valeur}>
        {nom}
      </MenuItem>
    ))}
  </TextField>
);

/** What the report is about, and how it counts. */
export const FiltresCouverture = ({
  campagnes,
  demande,
  facettes,
  onChange,
}: {
  campagnes: readonly Campagne[];
  demande: DemandeCouverture;
  facettes: RapportCouverture['facettes'] | undefined;
  onChange: (changed: Partial<DemandeCouverture>) => void;
}) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.couverture.${key}`);
  const executions = useGetList<Execution>('executions', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'termineeLe', order: 'DESC' },
    filter: { campagneId: demande.campagneId, statut: 'terminee' },
  });
  const [, ...anterieures] = executions.data ?? [];
  const named = (list: string, values: readonly string[]): Choix[] =>
    values.map((valeur) => ({ valeur, nom: t(`${list}.${valeur}`) }));
  // While the report is read the value asked stands, so that the field does not blink.
  const among = (all: string, facettesOf: readonly Facette[] | undefined, asked: string): Choix[] => [
    { valeur: '', nom: t(all) },
    ...(facettesOf === undefined
      ? asked === ''
        ? []
        : [{ valeur: asked, nom: asked }]
      : facettesOf
          .filter(({ cle }) => cle !== '')
          .map(({ cle, libelle }) => ({ valeur: cle, nom: libelle }))),
  ];
  return (
    <Box
      component="form"
      role="search"
      aria-label={t('filtres')}
      onSubmit={(event) => event.preventDefault()}
      sx={{
        display: 'grid',
        gap: '12px',
        gridTemplateColumns: {
          xs: 'minmax(0,1fr)',
          sm: 'repeat(2, minmax(0,1fr))',
          lg: 'repeat(3, minmax(0,1fr))',
        },
      }}
    >
      <Liste
        label={t('campagne')}
        value={demande.campagneId}
        choix={campagnes.map(({ id, nom }) => ({ valeur: id, nom }))}
        onChange={(campagneId) =>
          onChange({ campagneId, executionId: '', academie: '', filiere: '', perimetre: '' })
        }
      />
      <Liste
        label={t('executionChoisie')}
        value={demande.executionId}
        choix={[
          { valeur: '', nom: t('derniereExecution') },
          ...anterieures.map(({ id, creeeLe }) => ({ valeur: id, nom: formatInstant(creeeLe) })),
        ]}
        onChange={(executionId) => onChange({ executionId })}
      />
      <Liste
        label={t('moment')}
        value={demande.moment}
        choix={named('moments', MOMENTS)}
        onChange={(moment) => onChange({ moment: moment as DemandeCouverture['moment'] })}
      />
      <Liste
        label={t('poids')}
        value={demande.poids}
        choix={named('poidsDe', POIDS)}
        onChange={(poids) => onChange({ poids: poids as DemandeCouverture['poids'] })}
      />
      <Liste
        label={t('groupe')}
        value={demande.groupe}
        choix={named('groupes', GROUPES)}
        onChange={(groupe) => onChange({ groupe: groupe as DemandeCouverture['groupe'] })}
      />
      <Liste
        label={t('groupes.perimetre')}
        value={demande.perimetre}
        choix={among('tous', facettes?.perimetres, demande.perimetre)}
        onChange={(perimetre) => onChange({ perimetre })}
      />
      <Liste
        label={t('groupes.academie')}
        value={demande.academie}
        choix={among('toutes', facettes?.academies, demande.academie)}
        onChange={(academie) => onChange({ academie })}
      />
      <Liste
        label={t('groupes.filiere')}
        value={demande.filiere}
        choix={among('toutes', facettes?.filieres, demande.filiere)}
        onChange={(filiere) => onChange({ filiere })}
      />
      <Liste
        label={t('comparer')}
        value={demande.avec}
        choix={[{ valeur: '', nom: t('aucuneComparaison') }, ...named('avec', ['precedente', 'campagne'])]}
        onChange={(avec) => onChange({ avec })}
      />
    </Box>
  );
};
