import type { Concordance } from '../concordance/concordance.ts';
import type { CodeCertification } from '../match-result.ts';
import type { CatalogueApprentissageRecord, IsoDate, Vintage } from '../reference-data.ts';
import type { OrganismeQuiForme } from './fiches.ts';

/** Where it is known that an establishment offers, or may offer, a certification. */
export type SourceOffre = 'catalogue_apprentissage' | 'quiforme';

/** The UAI and SIRET that one row gives of its establishment. */
export type CodesEtablissement = readonly string[];

/** What establishments are known to offer, looked up by UAI or SIRET. */
export interface OffresEtablissements {
  /** Nothing is known of any establishment: rows need not be read for it. */
  readonly vide: boolean;
  /**
   * The certifications known under any of the codes of one establishment on a day, with who says so; empty where
   * nothing is known of it.
   */
  de(codes: CodesEtablissement, jour: IsoDate): ReadonlyMap<CodeCertification, ReadonlySet<SourceOffre>>;
}

/** A formation of the catalogue de l'apprentissage with the places that offer it. */
export interface OffreApprentissageRecord extends CatalogueApprentissageRecord {
  readonly publiee: boolean | null;
  readonly uaiComposante: string | null;
  readonly uaiFormateur: string | null;
  /** Of the place, else of who trains there. */
  readonly siret: string | null;
  readonly siretFormateur: string | null;
}

/** What an answer of QuiForme says a SIRET may train for. */
export interface HabilitationsRecord extends Pick<OrganismeQuiForme, 'siret' | 'habilitations'> {
  readonly uai: string | null;
}

interface Offre {
  readonly certification: CodeCertification;
  readonly source: SourceOffre;
  readonly depuis: IsoDate | null;
  readonly jusqua: IsoDate | null;
}

/**
 * Gathers what establishments offer: the newest catalogue de l'apprentissage, by the place and by who trains there, and
 * the habilitations of QuiForme that allow to train. Who only manages (the « responsable ») is left out: one of them
 * answers for the formations of a hundred places.
 *
 * @param catalogues in the order of their vintages, the newest last
 * @param habilitations every answer, in any order: their dates say which hold
 */
export function offresEtablissements(
  catalogues: readonly Vintage<OffreApprentissageRecord>[],
  habilitations: readonly HabilitationsRecord[],
  concordance: Pick<Concordance, 'get' | 'byRncp'>,
): OffresEtablissements {
  const offres = new Map<string, Offre[]>();
  const add = (codes: readonly (string | null)[], offre: Offre): void => {
    for (const code of new Set(codes)) {
      if (code === null) continue;
      const known = offres.get(code);
      if (known === undefined) offres.set(code, [offre]);
      else if (!known.some((other) => sameOffre(other, offre))) known.push(offre);
    }
  };
  for (const row of catalogues.at(-1)?.rows ?? []) {
    if (row.publiee === false) continue;
    const places = [row.uaiComposante, row.uaiFormateur, row.siret, row.siretFormateur];
    for (const certification of certificationsOf(row, concordance))
      add(places, { certification, source: 'catalogue_apprentissage', depuis: null, jusqua: null });
  }
  for (const { siret, uai, habilitations: held } of habilitations) {
    for (const { code, active, former, dateActive, dateFinEnregistrement } of held) {
      if (active === false || former !== true) continue;
      for (const certification of concordance.byRncp(code))
        add([siret, uai], {
          certification,
          source: 'quiforme',
          depuis: dateActive,
          jusqua: dateFinEnregistrement,
        });
    }
  }
  return {
    vide: offres.size === 0,
    de(codes, jour) {
      const found = new Map<CodeCertification, Set<SourceOffre>>();
      for (const code of codes) {
        for (const { certification, source, depuis, jusqua } of offres.get(code) ?? []) {
          if ((depuis !== null && depuis > jour) || (jusqua !== null && jusqua < jour)) continue;
          const sources = found.get(certification);
          if (sources === undefined) found.set(certification, new Set([source]));
          else sources.add(source);
        }
      }
      return found;
    },
  };
}

/** Its own CFD where the graph knows it, else what its fiche leads to. */
function certificationsOf(
  { codes: { cfd }, rncp }: CatalogueApprentissageRecord,
  concordance: Pick<Concordance, 'get' | 'byRncp'>,
): readonly CodeCertification[] {
  if (cfd !== null && concordance.get(`CFD:${cfd}`) !== undefined) return [`CFD:${cfd}`];
  return rncp === null ? [] : concordance.byRncp(rncp);
}

const sameOffre = (one: Offre, other: Offre): boolean =>
  one.certification === other.certification &&
  one.source === other.source &&
  one.depuis === other.depuis &&
  one.jusqua === other.jusqua;
