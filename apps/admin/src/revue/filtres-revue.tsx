import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { SearchInput, SelectInput, useInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { formatNumber, percent } from '../affichage/formats.ts';
import type { Facette, FacettesRevue } from '../contract/revue.ts';
import { commandsRevue, type FiltreRevue } from '../providers/commands-revue.ts';

/** The list's filter as it stands in the address, without what the facets do not take. */
const useFiltreDeListe = (): FiltreRevue => {
  const [search] = useSearchParams();
  try {
    const {
      q: _,
      ids: __,
      ...kept
    } = JSON.parse(search.get('filter') ?? '{"statut":"a_traiter"}') as Record<string, unknown>;
    return kept;
  } catch {
    return {};
  }
};

/** What the queue holds under the current filter, by each axis, with counts. */
export const useFacettes = (): FacettesRevue | undefined => {
  const filtre = useFiltreDeListe();
  const { data } = useQuery({
    queryKey: ['revues', 'facettes', filtre],
    queryFn: ({ signal }) => commandsRevue.facettes(filtre, signal),
    placeholderData: (previous) => previous,
    staleTime: 10_000,
  });
  return data;
};

/** A band of scores: one choice that sets both bounds. */
const TrancheInput = ({ tranches }: { tranches: FacettesRevue['tranches'] }) => {
  const translate = useTranslate();
  const min = useInput<number>({ source: 'confianceMin' });
  const max = useInput<number>({ source: 'confianceMax' });
  const value = typeof min.field.value === 'number' ? `${min.field.value}-${Number(max.field.value)}` : '';
  const names = tranches.map((one) => ({
    cle: `${one.min}-${one.max}`,
    nom: `${percent(one.min)} – ${percent(one.max)} % (${formatNumber(one.nombre)})`,
    ...one,
  }));
  return (
    <TextField
      select
      label={translate('resources.revues.fields.tranche')}
      value={names.some(({ cle }) => cle === value) ? value : ''}
      onChange={(event) => {
        const chosen = names.find(({ cle }) => cle === event.target.value);
        min.field.onChange(chosen?.min ?? '');
        max.field.onChange(chosen?.max ?? '');
      }}
      sx={{ minWidth: 190, m: 0 }}
    >
      <MenuItem value="">{translate('concordance.application.toutes')}</MenuItem>
      {names.map(({ cle, nom }) => (
        <MenuItem key={cle} value={cle}>
          {nom}
        </MenuItem>
      ))}
    </TextField>
  );
};

/** The filters of the queue; each choice says how many items it leaves. */
export const useFiltresRevue = () => {
  const translate = useTranslate();
  const facettes = useFacettes();
  const choix = (liste: Facette[] | undefined, mots?: string) =>
    (liste ?? []).map(({ valeur, libelle, nombre }) => ({
      id: valeur,
      name: `${mots ? translate(`concordance.valeurs.${mots}.${valeur}`, { _: libelle }) : libelle} (${formatNumber(nombre)})`,
    }));
  const statuts = ['a_traiter', 'decide', 'adjudication', 'obsolete'].map((id) => ({
    id,
    name: translate(`concordance.valeurs.statutRevue.${id}`),
  }));
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('ra.action.search')} />,
    <SelectInput key="campagneId" source="campagneId" choices={choix(facettes?.campagnes)} alwaysOn />,
    <SelectInput key="statut" source="statut" choices={statuts} alwaysOn />,
    <SelectInput key="academie" source="academie" choices={choix(facettes?.academies)} />,
    <SelectInput key="typeDiplome" source="typeDiplome" choices={choix(facettes?.typesDiplome)} />,
    <SelectInput key="motif" source="motif" choices={choix(facettes?.motifs, 'motif')} />,
    <SelectInput key="origine" source="origine" choices={choix(facettes?.origines, 'origineRevue')} />,
    <SelectInput key="acteur" source="acteur" choices={choix(facettes?.acteurs, 'acteur')} />,
    <TrancheInput
      key="tranche"
      {...{ source: 'tranche', label: 'resources.revues.fields.tranche' }}
      tranches={facettes?.tranches ?? []}
    />,
  ];
};
