import type { Certification, CodeCertification, Concordance } from '#matching';

/** Words of the field, common ones first: a word is drawn with a probability that falls with its rank (Zipf). */
const STEMS =
  'technicien gestion production maintenance commercial services industriel systemes conception agent conseil vente metiers travaux operateur management securite environnement informatique energie batiment responsable qualite mecanique electrique communication agricole logistique restauration transport chimie reseaux amenagement installation controle hotellerie sanitaire social animation boulangerie charpente coiffure menuiserie peinture soudage topographie viticulture optique horlogerie bijouterie'.split(
    ' ',
  );
const FAMILLES = ['320', '400', '500', '250', '135', '450', '46T', '36X', '26X', '010'];
const SIGLES = [
  'BTS',
  'Bac pro',
  'CAP',
  'Licence professionnelle',
  'Master',
  'BP',
  'Titre professionnel',
  'Titre',
  'Titre',
  'MC',
];

/** Small generator with a seed (mulberry32): the same draws on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The stems, then words made of syllables of the language: 6,000 for 10,000 references, as the BCN has, and
 * growing with the square root of their number, as vocabularies do (Heaps' law).
 */
function vocabulary(random: () => number, references: number): string[] {
  const count = Math.round(6000 * Math.sqrt(references / 10_000));
  const syllables =
    'ba con de ra ti mo que lo pi ser van tu cha gen fri mar sol ven plan tra cor mi no pe'.split(' ');
  const words = [...STEMS];
  while (words.length < count) {
    const length = 2 + Math.floor(random() * 3);
    let word = '';
    for (let i = 0; i < length; i++) word += syllables[Math.floor(random() * syllables.length)] ?? '';
    words.push(word);
  }
  return words;
}

function drawLabel(random: () => number, words: readonly string[]): string[] {
  const length = 2 + Math.floor(random() * 5);
  return Array.from({ length }, () => words[Math.floor(words.length * random() ** 2.2)] ?? '');
}

/** A graph of `size` certifications with three labels each: in full, cut to the BCN's 33 letters, and of N_MEF. */
export function drawConcordance(size: number): Concordance {
  const random = generator(20260901);
  const words = vocabulary(random, size);
  const certifications = Array.from({ length: size }, (_, i): Certification => {
    const family = i % FAMILLES.length;
    const cfd = `${FAMILLES[family] ?? '320'}${String(i).padStart(6, '0')}`;
    const label = drawLabel(random, words);
    const full = label.join(' ').toUpperCase();
    const cut = label
      .map((word) => (word.length > 6 ? `${word.slice(0, 5)}.` : word))
      .join(' ')
      .toUpperCase();
    return {
      code: `CFD:${cfd}`,
      cfd,
      sise: null,
      niveau: FAMILLES[family] ?? null,
      famille: SIGLES[family] ?? null,
      niveauQualification: 5,
      libelle: full,
      libelles: [
        { texte: full, origine: 'BCN_LONG' },
        { texte: cut, origine: 'BCN_STAT33' },
        { texte: `1BTS2 ${cut}`, origine: 'MEF_LONG' },
      ],
      dateOuverture: '2019-09-01',
      dateFermeture: null,
      premiereSession: 2021,
      derniereSession: null,
      anciens: [],
      nouveaux: [],
      rncp: [],
      ideo: [],
      ci: [],
      mefstat11Terminaux: [],
      voieScolaire: true,
      premieresAnnees: [],
      presence: 'courante',
      specialitesDuTroncCommun: [],
      renumerotations: [],
    };
  });
  const byCode = new Map(certifications.map((certification) => [certification.code, certification]));
  return {
    certifications,
    get: (code: CodeCertification) => byCode.get(code),
    resolve: () => [],
    enVigueur: (code: CodeCertification) => code,
    ouverteALaRentree: () => true,
    // The bench asks nothing else of the graph.
  } as unknown as Concordance;
}

/** Distinct labels as listings write them: a certification's words, some cut, some dropped, with chatter. */
export function drawLabels({ certifications }: Concordance, count: number): string[] {
  const random = generator(7);
  return Array.from({ length: count }, (_, i) => {
    const certification = certifications[Math.floor(random() * certifications.length)];
    const words = (certification?.libelle ?? '').toLowerCase().split(' ');
    const kept = words.filter((_word, at) => at === 0 || random() > 0.15);
    const written = kept
      .map((word) => (word.length > 7 && random() < 0.2 ? `${word.slice(0, 5)}.` : word))
      .join(' ');
    const chatter = i % 3 === 0 ? ' - en apprentissage' : i % 3 === 1 ? ' - Entièrement en distanciel' : '';
    return `${certification?.famille ?? 'BTS'} - ${written}${chatter}`;
  });
}
