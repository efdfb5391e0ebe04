import type {
  CoupleUaiSiret,
  FicheEtablissement,
  FichesEtablissements,
  OrganismeListePublique,
  OrganismeQuiForme,
  Rattachement,
  SourcesEnService,
} from '#matching';

/** What was read of the prepared tables for some UAI and SIRET. */
export interface LignesChargees {
  readonly sources: SourcesEnService;
  readonly etablissements: readonly FicheEtablissement[];
  readonly rattachements: readonly (Rattachement & { readonly fille: string })[];
  readonly couples: readonly CoupleUaiSiret[];
  readonly organismes: readonly OrganismeQuiForme[];
  readonly listePublique: readonly OrganismeListePublique[];
}

/** The rows of a slice, looked up by code. A UAI or a SIRET that was not asked for is as if it did not exist. */
export function fichesChargees(lignes: LignesChargees): FichesEtablissements {
  const etablissements = new Map(lignes.etablissements.map((fiche) => [fiche.uai, fiche]));
  const rattachements = groupBy(lignes.rattachements, ({ fille }) => fille);
  const parUai = groupBy(lignes.couples, ({ uai }) => uai);
  const parSiret = groupBy(lignes.couples, ({ siret }) => siret);
  const organismes = new Map(lignes.organismes.map((organisme) => [organisme.siret, organisme]));
  const ofSiret = groupBy(lignes.listePublique, ({ siret }) => siret);
  const ofSiren = groupBy(lignes.listePublique, ({ siren }) => siren);
  return {
    sources: lignes.sources,
    uai: (uai) => etablissements.get(uai),
    rattachements: (uai) => rattachements.get(uai) ?? [],
    couplesDeUai: (uai) => parUai.get(uai) ?? [],
    couplesDeSiret: (siret) => parSiret.get(siret) ?? [],
    organisme: (siret) => organismes.get(siret),
    listePublique: (siret) => ofSiret.get(siret) ?? ofSiren.get(siret.slice(0, 9)) ?? [],
  };
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
