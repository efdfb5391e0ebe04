import { FORMES_DE_FAMILLE } from './famille-lexicon.ts';
import type { FormeDeFamille } from './mnemonic-lexicon.ts';

/** One family that a text names. */
export interface FamilleLue {
  readonly nom: string;
  /** Where it was written, in the text given. */
  readonly debut: number;
  readonly fin: number;
  /** Years that the mnemonic says ("1CAP2" = 2), or null. */
  readonly duree: number | null;
  /** Words of the certification's name that its form stands for, or null. */
  readonly mots: string | null;
}

// Longest pattern first, so that "bts agricole" wins over "bts".
const FORMES = [...FORMES_DE_FAMILLE];
const MOTIF = new RegExp(
  `(?<![a-z0-9])(?:${FORMES.map((forme) => `(?:${forme.motif})`).join('|')})(?![a-z0-9])`,
  'g',
);
const FORMES_ENTIERES = FORMES.map((forme) => ({ forme, motif: new RegExp(`^(?:${forme.motif})$`) }));
/** The form behind each text met: there are few, and a capture group a form costs more than all the rest. */
const FORME_DU_TEXTE = new Map<string, FormeDeFamille | undefined>();

function formeOf(text: string): FormeDeFamille | undefined {
  if (!FORME_DU_TEXTE.has(text)) {
    FORME_DU_TEXTE.set(text, FORMES_ENTIERES.find(({ motif }) => motif.test(text))?.forme);
  }
  return FORME_DU_TEXTE.get(text);
}

/** Forms this short also are abbreviations of ordinary words, so they count at the head of a segment only. */
const FORME_COURTE = 3;
const DEBUT_DE_SEGMENT = /(?:^|[-:(/|,]|\bou|\bintitule)\s*$/;
/** Families that a label names in passing, after its own: "Bachelor …", "Titre …". */
const FAIBLES = new Set(['Titre', 'Bachelor', 'MBA', 'Mastère']);

/** Every family that canonical text names, in reading order. */
export function readFamilles(canonical: string): FamilleLue[] {
  const found: FamilleLue[] = [];
  for (const match of canonical.matchAll(MOTIF)) {
    const text = match[0];
    const forme = formeOf(text);
    if (!forme) continue;
    const debut = match.index;
    if (
      text.length <= FORME_COURTE &&
      !/\d/.test(text) &&
      !DEBUT_DE_SEGMENT.test(canonical.slice(0, debut))
    ) {
      if (!(text === 'bts' || text === 'cap' || text === 'dut' || text === 'bep')) continue;
    }
    const duree = /^[123]\D+([123])/.exec(text)?.[1] ?? null;
    found.push({
      nom: forme.famille,
      debut,
      fin: debut + text.length,
      duree: duree === null ? null : Number(duree),
      mots: forme.mots ?? null,
    });
  }
  return found;
}

/** The family that rules: the first that is not named in passing, else the first. */
export function rulingFamille(found: readonly FamilleLue[]): FamilleLue | null {
  return found.find((famille) => !FAIBLES.has(famille.nom)) ?? found[0] ?? null;
}
