import { z } from 'zod';
import { checkUai } from '../core/formation-check.ts';
import { requiredLabel, textCell } from '../core/raw-cell.ts';
import type { FiliereRow } from '../core/canonical.ts';
import { defineTable, type Refusal } from '../core/table-definition.ts';
import { parseUai } from '../core/uai.ts';

const STATUT = 'Statut de l’etablissement de la filiere de formation (public, prive…)';
const UAI = 'Code UAI de l etablissement';
const REGION = 'Region de l’etablissement';
const GPS = 'Coordonnées GPS de la formation';

/**
 * Filières of the open data of Parcoursup: labels without any code. `seen`: flat listing; `public`: the columns of
 * `fr-esr-parcoursup` (`cod_aff_form`, `form_lib_voe_acc`…) and those of `fr-esr-cartographie_formations_parcoursup`
 * (`gta`, `nm`, `fl`…, years one above the other), of which the same is kept. `assumed` of the latter: `nm` is the
 * long name and `fl` its mention or spécialité.
 */
export const parcoursupFiliere = defineTable({
  id: 'parcoursup_filiere',
  source: 'parcoursup',
  libelle: 'Parcoursup — filières en données ouvertes, sans code',
  kind: 'complement',
  layouts: [
    { requises: [UAI, 'etablissement', 'Filiere de formation', GPS] },
    { requises: ['cod_uai', 'cod_aff_form', 'capa_fin', 'voe_tot'] },
    { requises: ['gta', 'etab_uai', 'etab_nom', 'nm'] },
  ],
  autres: [
    /^(?:session|capa|voe|acc|pct|nb|prop|ran|taux|lien|list|detail|select|tri|contrat|dep|ville|acad)/,
    /^(?:tf|app|int|amg|aut|commune|fiche|dataviz|etab_url|gti|rnd|code_formation|etablissement_id_paysage)$/,
  ],
  schema: z.object({
    [STATUT]: textCell,
    [UAI]: textCell,
    etablissement: textCell,
    [REGION]: textCell,
    'Filiere de formation': textCell,
    [GPS]: textCell,
    cod_uai: textCell,
    cod_aff_form: textCell,
    g_ea_lib_vx: textCell,
    form_lib_voe_acc: textCell,
    lib_for_voe_ins: textCell,
    fil_lib_voe_acc: textCell,
    region_etab_aff: textCell,
    contrat_etab: textCell,
    g_olocalisation_des_formations: textCell,
    annee: textCell,
    gta: textCell,
    etab_uai: textCell,
    etab_nom: textCell,
    tc: textCell,
    nm: textCell,
    nmc: textCell,
    fl: textCell,
    region: textCell,
    etab_gps: textCell,
    'etab_gps.lat': textCell,
    'etab_gps.lon': textCell,
  }),
  toRow: (cells, context) => {
    if (context.has('gta')) return cartography(cells);
    const listing = context.has('Filiere de formation');
    const label = listing
      ? cells['Filiere de formation']
      : (cells.lib_for_voe_ins ?? cells.form_lib_voe_acc ?? cells.fil_lib_voe_acc);
    const libelle = requiredLabel.safeParse(label ?? '');
    const colonne = listing ? 'Filiere de formation' : 'lib_for_voe_ins';
    if (!libelle.success) {
      return { refus: { colonne, motif: 'LIBELLE_ABSENT', message: 'le libellé est absent' } };
    }
    const uai = cells[UAI] ?? cells.cod_uai;
    const [latitude = null, longitude = null] = coordinates(
      cells[GPS] ?? cells.g_olocalisation_des_formations,
    );
    const row: FiliereRow = {
      annee: null,
      id: cells.cod_aff_form ?? `L${String(context.ligne)}`,
      libelle: libelle.data,
      uai: parseUai(uai ?? ''),
      etablissement: cells.etablissement ?? cells.g_ea_lib_vx,
      region: cells[REGION] ?? cells.region_etab_aff,
      statut: cells[STATUT] ?? cells.contrat_etab,
      latitude,
      longitude,
    };
    return checkUai(row, listing ? UAI : 'cod_uai', uai);
  },
});

/** A row of the cartography: a formation of a year. */
function cartography(
  cells: Readonly<
    Record<
      | 'annee'
      | 'gta'
      | 'etab_uai'
      | 'etab_nom'
      | 'tc'
      | 'nm'
      | 'nmc'
      | 'fl'
      | 'region'
      | 'etab_gps'
      | 'etab_gps.lat'
      | 'etab_gps.lon',
      string | null
    >
  >,
): FiliereRow | (Refusal & { readonly lisible?: FiliereRow }) {
  if (cells.gta === null) {
    return { refus: { colonne: 'gta', motif: 'CODE_ABSENT', message: 'le code de la formation est absent' } };
  }
  const name = cells.nm ?? cells.nmc ?? '';
  // The spécialité is often the end of the long name already.
  const label = cells.fl === null || name.includes(cells.fl) ? name : `${name} - ${cells.fl}`;
  const libelle = requiredLabel.safeParse(label);
  if (!libelle.success) {
    return { refus: { colonne: 'nm', motif: 'LIBELLE_ABSENT', message: 'le libellé est absent' } };
  }
  const point = cells.etab_gps ?? `${cells['etab_gps.lat'] ?? ''},${cells['etab_gps.lon'] ?? ''}`;
  const [latitude = null, longitude = null] = coordinates(point);
  const row: FiliereRow = {
    annee: cells.annee,
    id: cells.gta,
    libelle: libelle.data,
    uai: parseUai(cells.etab_uai ?? ''),
    etablissement: cells.etab_nom,
    region: cells.region,
    statut: cells.tc,
    latitude,
    longitude,
  };
  return checkUai(row, 'etab_uai', cells.etab_uai);
}

/** `47.4629, -0.54627`, in that order in the listing and in the portal's own exports. */
function coordinates(cell: string | null): number[] {
  const parts = (cell ?? '').split(',').map((part) => Number.parseFloat(part));
  return parts.length === 2 && parts.every(Number.isFinite) ? parts : [];
}
