import type { IsoDate, ReferenceData } from '../reference-data.ts';
import type { CodeCertification } from '../match-result.ts';
import type { Voie } from '../formation.ts';
import { readCleMe } from '../codes/cle-me.ts';
import { readAliases } from './aliases.ts';
import { assembleCertifications } from './assemble-certifications.ts';
import { buildLinks } from './build-links.ts';
import type { Certification } from './certification.ts';
import type { Concordance } from './concordance.ts';
import { readContinuity } from './continuity.ts';
import { continuumOf, continuumOfMefstat11, continuumOfSise } from './continuum.ts';
import { mergeDiplomes } from './diplomes.ts';
import { readFiches } from './fiches.ts';
import { RouteAccess, type LienConcordance, type LinkIndex, type TypeNoeud } from './links.ts';
import { indexMef, type MefIndex } from './mef-index.ts';
import { readNiveaux } from './niveaux.ts';
import { situationAt, type Situation } from './opening.ts';
import { resolveCodes } from './resolve.ts';
import { indexSise } from './sise.ts';
import { followSuccessions, type Succession } from './succession.ts';
import { terminalMefstat11At } from './terminal-year.ts';
import { readTroncsCommuns } from './tronc-commun.ts';
import { rowsByKey } from './vintages.ts';

/** What no vintage dates: every MEF with a closing date is then closed. */
const END_OF_TIME: IsoDate = '9999-12-31';

/**
 * Builds the concordance graph from the nomenclatures, any number of vintages of each, in any order. Pure: the
 * same rows give the same graph, in the same order. A few hundred milliseconds for the national tables.
 *
 * @example buildConcordance(reference).get('CFD:32031212')?.libelle
 */
export function buildConcordance(reference: ReferenceData): Concordance {
  const diplomes = mergeDiplomes(reference);
  const exists = (cfd: string): boolean => diplomes.has(cfd);
  const mefs = indexMef(reference);
  const sise = indexSise(reference, diplomes);
  const certifInfo = [...rowsByKey(reference.certif_info, (row) => row.ci).values()].flat();
  const access = new RouteAccess();
  for (const row of certifInfo) access.add(row);
  const continuity = readContinuity(diplomes, certifInfo);
  const fiches = readFiches(reference);
  const links = buildLinks(reference, { mefs, sise, fiches, exists });
  const troncs = readTroncsCommuns(reference, mefs, exists);
  const certifications = assembleCertifications({
    diplomes,
    niveaux: readNiveaux(reference),
    mefs,
    sise,
    links,
    continuity,
    troncs,
    libelles: readAliases(reference, links, fiches),
    aujourdhui: /^\d{4}-\d{2}-\d{2}/.test(mefs.millesime) ? mefs.millesime.slice(0, 10) : END_OF_TIME,
  });
  const graph = new Graph(
    certifications,
    links,
    mefs,
    followSuccessions(diplomes, continuity),
    reference.catalogue_apprentissage.some(({ rows }) => rows.length > 0),
  );
  return {
    certifications,
    get: (code) => graph.get(code),
    resolve: (request) => resolveCodes(graph, access, request),
    enVigueur: (code, rentree) => graph.enVigueur(code, rentree),
    ouverteALaRentree: (code, rentree) => graph.situationALaRentree(code, rentree) === 'ouverte',
    situationALaRentree: (code, rentree) => graph.situationALaRentree(code, rentree),
    predecesseursOuverts: (code, rentree) => graph.predecesseursOuverts(code, rentree),
    successeursOuverts: (code, rentree) => graph.successeursOuverts(code, rentree),
    possibles: (code, voie, rentree) => graph.possibles(code, voie, rentree),
    continuum: (cfd) => continuumOf(cfd, continuity),
    continuumMefstat11: (mefstat11) => continuumOfMefstat11(mefstat11, continuity, mefs),
    continuumSise: (code) => continuumOfSise(code, continuity, sise),
    duree: (code) => dureeOf(code, mefs),
    byRncp: (rncp) => links.certifications('RNCP', rncp),
    byIdeo: (ideo) => links.certifications('IDEO', ideo),
    byCi: (ci) => links.certifications('CI', ci),
    byMef: (mef) => links.certifications('MEF', mef),
    byMefstat11: (mefstat11) => links.certifications('MEFSTAT11', mefstat11),
    byCleMe: (cle) => graph.meilleursLiens('CLE_ME', cle).map(({ certification }) => certification),
    bySise: (code) => links.certifications('SISE', code),
    ficheRncp: (rncp) => fiches.fiche(rncp),
    liens: (type, code) => links.of(type, code),
    anneesCommunes: (cfd) => troncs.liens(cfd),
  };
}

/** One-year dispositifs take in people who hold a diploma already: they tell the duration only where none is longer. */
function dureeOf(code: CodeCertification, mefs: MefIndex): number | null {
  if (!code.startsWith('CFD:')) return null;
  const durees = mefs.byCfd(code.slice('CFD:'.length)).flatMap(({ duree }) => duree ?? []);
  const longer = durees.filter((duree) => duree > 1);
  if (durees.length === 0) return null;
  return longer.length === 0 ? 1 : Math.min(...longer);
}

/** The lookups of the graph that depend on a rentrée. */
class Graph {
  private readonly byCode: ReadonlyMap<CodeCertification, Certification>;

  constructor(
    certifications: readonly Certification[],
    private readonly links: LinkIndex,
    private readonly mefs: MefIndex,
    private readonly succession: Succession,
    readonly connaitLesCles: boolean,
  ) {
    this.byCode = new Map(certifications.map((certification) => [certification.code, certification]));
  }

  get(code: CodeCertification): Certification | undefined {
    return this.byCode.get(code);
  }

  /** The key of a site that the catalogue does not list is still that of its training. */
  meilleursLiens(type: TypeNoeud, code: string): readonly LienConcordance[] {
    const liens = this.links.best(type, code);
    const racine = type === 'CLE_ME' && liens.length === 0 ? readCleMe(code)?.racine : undefined;
    return racine === undefined ? liens : this.links.best(type, racine);
  }

  situationALaRentree(code: CodeCertification, rentree: IsoDate): Situation {
    const certification = this.byCode.get(code);
    if (certification === undefined) return 'fermee';
    if (certification.cfd !== null) return this.succession.situation(certification.cfd, rentree);
    return situationAt(
      { ouverture: certification.dateOuverture, fermeture: certification.dateFermeture },
      rentree,
    );
  }

  enVigueur(code: CodeCertification, rentree: IsoDate): CodeCertification {
    const situation = this.situationALaRentree(code, rentree);
    if (situation === 'ouverte') return code;
    if (situation === 'a_venir') return this.formerNumber(code, rentree) ?? code;
    const [successor, ...others] = this.successeursOuverts(code, rentree);
    return successor !== undefined && others.length === 0 ? successor : code;
  }

  successeursOuverts(code: CodeCertification, rentree: IsoDate): readonly CodeCertification[] {
    return this.ouverts(code, 'nouveaux', rentree);
  }

  predecesseursOuverts(code: CodeCertification, rentree: IsoDate): readonly CodeCertification[] {
    return this.ouverts(code, 'anciens', rentree);
  }

  possibles(code: CodeCertification, voie: Voie | null, rentree: IsoDate): readonly CodeCertification[] {
    const cfd = this.byCode.get(code)?.cfd ?? null;
    if (cfd === null || voie !== 'scolaire') return [code];
    const terminaux = terminalMefstat11At(cfd, rentree, this.mefs);
    return terminaux.length === 0 ? [code] : terminaux.map((mefstat11) => `MEFSTAT11:${mefstat11}` as const);
  }

  /** A renumbered diploma is in force under its former number until the vintage that changed it. */
  private formerNumber(code: CodeCertification, rentree: IsoDate): CodeCertification | null {
    const numbers = (this.byCode.get(code)?.renumerotations ?? []).filter(
      (cfd) => this.succession.situation(cfd, rentree) === 'ouverte',
    );
    return numbers.length === 1 ? `CFD:${numbers[0] ?? ''}` : null;
  }

  private ouverts(
    code: CodeCertification,
    side: 'anciens' | 'nouveaux',
    rentree: IsoDate,
  ): readonly CodeCertification[] {
    const cfd = this.byCode.get(code)?.cfd ?? null;
    return cfd === null
      ? []
      : this.succession.ouverts(cfd, side, rentree).map((other) => `CFD:${other}` as const);
  }
}
