import type { Certification } from '../concordance/certification.ts';
import type { Concordance } from '../concordance/concordance.ts';
import type { Model } from '../model/model.ts';
import { MOTS_VIDES } from '../labels/chatter-lexicon.ts';
import { canonicalText } from '../labels/fold.ts';
import { stem } from '../labels/stem.ts';
import type { IsoDate } from '../reference-data.ts';
import { LearnedWords } from '../retrieval/learned-words.ts';
import type { Style } from './demande.ts';
import type { Fiche, FixedFacts, Parente } from './compare-candidates.ts';
import { shared, type Nature } from './nature.ts';
import { situationAt, type Situation } from './situation.ts';

/** A closed certification is compared all the same: some labels outlive their code. */
const CLOSED = 0.8;
/** Below this share without a closing date, a family gives one to each: an engineer's, with its accreditation. */
const ENDLESS_SHARE = 0.15;

const ANNEE_DE_SECONDE = /^2(?:nd|d|nde) ?pro/i;
const ANNEE_DE_BAC_PRO = /^(?:2(?:nd|d|nde)|1e?(?:r|re)?|te?r|tle?) ?pro/i;

/** A 2nde only: N_MEF has second-form years of it, and none of those that follow. */
function isSeconde({ libelles }: Certification): boolean {
  const years = libelles.filter(
    ({ origine, texte }) => origine.startsWith('MEF') && ANNEE_DE_BAC_PRO.test(texte),
  );
  return years.length > 0 && years.every(({ texte }) => ANNEE_DE_SECONDE.test(texte));
}

/**
 * Says which certifications are named after their family: "MÉTIERS D'ART ET DU DESIGN (DN)" is the DN MADE whatever
 * the speciality. A family is read once for all that are of it.
 */
function namedAfterFamily(): (certification: Certification) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ libelle, famille }) => {
    if (famille === null) return false;
    const family = known.get(famille) ?? new Set(wordsOf(famille));
    known.set(famille, family);
    const own = wordsOf(libelle);
    return own.length >= 2 && own.every((word) => family.has(word));
  };
}

function wordsOf(text: string): string[] {
  const canonical = canonicalText(text).replace(/\bdn ?made\b|diplome national|\bdn\b/g, ' ');
  return [...canonical.matchAll(/[a-z]{2,}/g)]
    .map(([word]) => stem(word))
    .filter((word) => word !== '' && !MOTS_VIDES.has(word));
}

/** "SPE" is how the nomenclature writes the specialities of one agricultural diploma, as "OPTION" elsewhere. */
const AVANT_L_OPTION = /^(.*?)\s*\b(?:options?|opt|spe)\b/;

function fratrieOf({ niveau, libelle }: Certification): string | null {
  const canonical = canonicalText(libelle);
  // The few that name an option are found by it: the pattern tries every place of the others.
  const before =
    canonical.includes('opt') || canonical.includes('spe ') ? AVANT_L_OPTION.exec(canonical)?.[1] : undefined;
  return before === undefined ? null : `${niveau ?? ''} ${before}`;
}

const STYLES: readonly Style[] = ['parcoursup', 'affelnet', 'libre'];

function byStyle<Value>(of: (style: Style) => Value): Record<Style, Value> {
  return { parcoursup: of('parcoursup'), affelnet: of('affelnet'), libre: of('libre') };
}

function counted(
  certifications: readonly Certification[],
  { usage }: Model,
  styles: readonly Style[],
): Float32Array {
  return Float32Array.from(certifications, ({ code }) =>
    Math.log1p(styles.reduce((sum, style) => sum + (usage[style][code] ?? 0), 0)),
  );
}

/** What the criteria read of the certifications, worked out once a matcher. */
export function fixedFacts(concordance: Concordance, model: Model, rentree: IsoDate): FixedFacts {
  const { certifications } = concordance;
  const entreeOf = new Map<string, string>();
  for (const { cfd, specialitesDuTroncCommun } of certifications) {
    if (cfd !== null) for (const option of specialitesDuTroncCommun) entreeOf.set(option, cfd);
  }
  const sharedSituation = shared<Situation>();
  const sharedNature = shared<Nature>();
  const situations = certifications.map((certification) =>
    sharedSituation(situationAt(certification, rentree)),
  );
  const openByFamily = new Map<string, number>();
  const endlessByFamily = new Map<string, number>();
  certifications.forEach(({ niveau, dateFermeture }, rang) => {
    if (niveau === null || situations[rang]?.fermee === true || situations[rang]?.ouvrePlusTard === true)
      return;
    openByFamily.set(niveau, (openByFamily.get(niveau) ?? 0) + 1);
    if (dateFermeture === null) endlessByFamily.set(niveau, (endlessByFamily.get(niveau) ?? 0) + 1);
  });
  const niveaux = [...new Set(certifications.map(({ niveau }) => niveau ?? ''))];
  const numberOf = new Map(niveaux.map((niveau, number) => [niveau, number]));
  const parenteOf = kinship(certifications);
  const isNamedAfterFamily = namedAfterFamily();
  const fiches = certifications.map((certification, rang): Fiche => {
    const { niveau, niveauQualification, voieScolaire, presence, cfd } = certification;
    const situation = situations[rang] ?? situationAt(certification, rentree);
    return {
      certification,
      situation,
      nature: sharedNature({
        niveau: niveau ?? '',
        niveauQualification,
        voieScolaire,
        ancienne: presence === 'ancienne',
        commune: certification.specialitesDuTroncCommun.length > 0,
        seuleDeSaFamille:
          !situation.fermee && (openByFamily.get(niveau ?? '') === 1 || isNamedAfterFamily(certification)),
        seconde: isSeconde(certification),
        fermetureDateeDOffice:
          (endlessByFamily.get(niveau ?? '') ?? 0) < ENDLESS_SHARE * (openByFamily.get(niveau ?? '') ?? 0),
      }),
      entree: cfd === null ? null : (entreeOf.get(cfd) ?? null),
      fratrie: fratrieOf(certification),
      parente: parenteOf(certification),
    };
  });
  return {
    fiches,
    niveaux,
    niveauDe: Int16Array.from(certifications, ({ niveau }) => numberOf.get(niveau ?? '') ?? 0),
    ouverture: Float32Array.from(situations, ({ fermee, ouvrePlusTard }) =>
      fermee || ouvrePlusTard ? CLOSED : 1,
    ),
    appris: new LearnedWords(
      certifications.map(({ code }) => code),
      model.mots,
    ),
    usages: byStyle((style) => counted(certifications, model, [style])),
    usagesAilleurs: byStyle((style) =>
      counted(
        certifications,
        model,
        STYLES.filter((other) => other !== style),
      ),
    ),
  };
}

/** Reads the neighbours of a certification as ranks; those that the graph does not hold are left out. */
function kinship(certifications: readonly Certification[]): (of: Certification) => Parente | null {
  const rangOf = new Map(certifications.map(({ code }, rang) => [code, rang]));
  const ranks = (cfds: readonly string[]): number[] =>
    cfds.flatMap((cfd) => {
      const rang = rangOf.get(`CFD:${cfd}`);
      return rang === undefined ? [] : [rang];
    });
  return ({ anciens, nouveaux, renumerotations }) => {
    if (anciens.length + nouveaux.length + renumerotations.length === 0) return null;
    return { anciens: ranks(anciens), nouveaux: ranks(nouveaux), renumerotations: ranks(renumerotations) };
  };
}
