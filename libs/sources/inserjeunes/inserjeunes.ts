import type { InserJeunesRow, Mesure, Territoire } from '../core/canonical.ts';
import { excerpt } from '../core/cell-text.ts';
import { parseCfd, parseMefstat11 } from '../core/code-cell.ts';
import { defineDocumentTable } from '../core/document-table.ts';
import { cellOf, isObject } from '../core/flat-record.ts';
import { parseMesure } from '../core/mesure-cell.ts';
import type { Refusal } from '../core/table-definition.ts';
import { parseUai } from '../core/uai.ts';
import { millesimeOfName } from '../core/year-of-name.ts';
import { voieOfFiliere } from './filiere.ts';

/** What an answer of InserJeunes does not say of itself: where, when and what was asked. */
interface Demande {
  readonly territoire: Territoire | null;
  readonly code: string | null;
  readonly libelle: string | null;
  readonly millesime: string | null;
  readonly filiere: string | null;
}

/** Keys of a request kept beside its answer, and of the metadata, that name a place. */
const TERRITOIRES: readonly (readonly [cle: string, territoire: Territoire])[] = [
  ['uai', 'etablissement'],
  ['region', 'region'],
  ['academie', 'academie'],
  ['departement', 'departement'],
  ['france', 'france'],
];

/**
 * InserJeunes. `seen`: `/UAI`, `/region` and `/france` answer `{metadata, data}`, as JSON or as a string that
 * holds JSON; one item of `data` is one measure of one formation, or of all together. `assumed`: `/academie`
 * and `/departement` answer alike.
 *
 * An answer does not say its vintage: it is read in the request kept beside it (`{"uai": …, "millesime": …,
 * "filiere": …, "reponse": …}`, one a line for a whole import), in the metadata, or in the name of the file.
 */
export const inserjeunes = defineDocumentTable({
  id: 'inserjeunes',
  source: 'inserjeunes',
  libelle: 'InserJeunes — mesures par territoire et formation',
  kind: 'complement',
  colonnes: ['metadata', 'data.id_mesure', 'data.valeur_mesure', 'data.filiere', 'data.dimensions'],
  document: {
    racines: true,
    reconnait: ({ premier }) =>
      isObject(premier) &&
      (('id_mesure' in premier && 'valeur_mesure' in premier) ||
        ('reponse' in premier && holdsMeasures(premier['reponse']))),
    lire: (value, { nom }) => readAnswers(value, nom),
  },
});

function holdsMeasures(value: unknown): boolean {
  return typeof value === 'string'
    ? value.includes('id_mesure')
    : isObject(value) && Array.isArray(value['data']);
}

function* readAnswers(value: unknown, nom: string): Generator<InserJeunesRow | Refusal> {
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) yield* readAnswers(item, nom);
    return;
  }
  const answer = isObject(value) && 'reponse' in value ? parsed(value['reponse']) : value;
  if (!isObject(answer) || !Array.isArray(answer['data'])) {
    yield refusal('REPONSE_ILLISIBLE', "la réponse n'est pas un objet avec « data »", 'data');
    return;
  }
  const metadata = isObject(answer['metadata']) ? answer['metadata'] : {};
  const demande = demandeOf(isObject(value) ? value : {}, metadata, nom);
  if (demande.territoire === null) {
    const message = 'rien ne dit de quel établissement ou territoire parle la réponse';
    yield refusal('TERRITOIRE_INCONNU', message, 'metadata');
    return;
  }
  yield* group(answer['data'] as unknown[], demande, demande.territoire);
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

function demandeOf(
  request: Readonly<Record<string, unknown>>,
  metadata: Readonly<Record<string, unknown>>,
  nom: string,
): Demande {
  const text = (value: unknown): string | null => cellOf(value).trim() || null;
  const about = isObject(metadata['UAI']) ? metadata['UAI'] : {};
  const asked = TERRITOIRES.find(([cle]) => (request[cle] ?? null) !== null && request[cle] !== false);
  const said = TERRITOIRES.find(([cle]) => (metadata[cle] ?? null) !== null);
  const uai = parseUai(cellOf(about['id_uai_etab']));
  const [cle, territoire] = asked ??
    (uai === null ? said : undefined) ?? [
      '',
      uai === null ? territoireOfName(nom) : ('etablissement' as const),
    ];
  const place = asked ? request[cle] : metadata[cle];
  const code = isObject(place) ? Object.values(place)[0] : place;
  return {
    territoire,
    code: territoire === 'france' ? null : territoire === 'etablissement' ? (uai ?? text(code)) : text(code),
    libelle: text(about['libelle_etab']),
    millesime: text(request['millesime']) ?? text(metadata['millesime']) ?? millesimeOfName(nom),
    filiere: text(request['filiere']),
  };
}

/** A file of the national figures has no place to tell; its name may. */
function territoireOfName(nom: string): Territoire | null {
  return /france|national/i.test(nom) ? 'france' : null;
}

/** One row for each formation of the answer: its measures come one by one, in any order. */
function* group(
  items: readonly unknown[],
  demande: Demande,
  territoire: Territoire,
): Generator<InserJeunesRow | Refusal> {
  const rows = new Map<string, InserJeunesRow & { mesures: Record<string, Mesure> }>();
  const refusals: Refusal[] = [];
  for (const item of items) {
    const read = readItem(item);
    if ('refus' in read) {
      refusals.push(read);
      continue;
    }
    const filiere = read.filiere ?? demande.filiere;
    const key = `${filiere ?? ''}/${read.cfd ?? ''}/${read.mefstat11 ?? ''}`;
    const row = rows.get(key) ?? {
      territoire,
      codeTerritoire: demande.code,
      libelleTerritoire: demande.libelle,
      millesime: demande.millesime,
      voie: voieOfFiliere(filiere) ?? (read.mefstat11 === null ? null : 'scolaire'),
      filiere,
      cfd: read.cfd,
      mefstat11: read.mefstat11,
      mesures: {},
    };
    row.mesures[read.nom] = read.mesure;
    rows.set(key, row);
  }
  yield* rows.values();
  yield* refusals;
}

interface Item {
  readonly nom: string;
  readonly mesure: Mesure;
  readonly filiere: string | null;
  readonly cfd: string | null;
  readonly mefstat11: string | null;
}

function readItem(item: unknown): Item | Refusal {
  if (!isObject(item) || typeof item['id_mesure'] !== 'string') {
    return refusal('MESURE_ABSENTE', 'un élément de « data » ne nomme pas sa mesure', 'id_mesure');
  }
  const mesure = parseMesure(cellOf(item['valeur_mesure']));
  if (mesure === undefined) {
    const cell = excerpt(cellOf(item['valeur_mesure']));
    return refusal('MESURE_INVALIDE', `« ${cell} » n'est ni un nombre, ni nd, ni na`, 'valeur_mesure');
  }
  const dimensions = new Map<string, string>();
  for (const dimension of Array.isArray(item['dimensions']) ? (item['dimensions'] as unknown[]) : []) {
    if (isObject(dimension))
      for (const [cle, value] of Object.entries(dimension)) dimensions.set(cle, cellOf(value));
  }
  const cfdCell = dimensions.get('id_formation_apprentissage');
  const mefstatCell = dimensions.get('id_mefstat11');
  for (const cle of ['id_formation_apprentissage', 'id_mefstat11', 'ensemble']) dimensions.delete(cle);
  const [other] = dimensions.keys();
  if (other !== undefined) {
    // A breakdown that we do not know would be taken for the whole.
    return refusal('DIMENSION_INCONNUE', `la dimension « ${other} » n'est pas connue`, 'dimensions');
  }
  const cfd = parseCfd(cfdCell ?? '');
  const mefstat11 = parseMefstat11(mefstatCell ?? '');
  if ((cfdCell !== undefined && cfd === null) || (mefstatCell !== undefined && mefstat11 === null)) {
    const code = cfdCell ?? mefstatCell ?? '';
    return refusal('CODE_INVALIDE', `« ${excerpt(code)} » n'est ni un CFD ni un MEFSTAT11`, 'dimensions');
  }
  const filiere = typeof item['filiere'] === 'string' ? item['filiere'] : null;
  return { nom: item['id_mesure'], mesure, filiere, cfd, mefstat11 };
}

function refusal(motif: string, message: string, colonne: string): Refusal {
  return { refus: { colonne, motif, message } };
}
