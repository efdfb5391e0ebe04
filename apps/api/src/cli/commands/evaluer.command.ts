import { writeFile } from 'node:fs/promises';
import {
  buildConcordance,
  createMatcher,
  DEFAULT_MODEL,
  distinctLabels,
  htmlReport,
  judge,
  measure,
  retrievalReport,
  retrievalText,
} from '#matching';
import type { JudgedLabel, LabelledRow, Mesure, RapportRecherche } from '#matching';
import { openLabelledSet, type JeuEtiqueteRow } from '#sources';
import { RISQUE_PAR_DEFAUT } from '../../appariements/risque.ts';
import { EXIT, isoDate, parseOptions, required, risk, type Command, type Terminal } from '../command.ts';
import { readReferences } from '../offline-references.ts';

/** Labels lost by the search, listed on the terminal; the report lists more. */
const PERDUS = 10;

export const evaluer: Command = {
  nom: 'evaluer',
  resume: 'mesure la qualité sur des jeux étiquetés, sans base de données',
  aide: `
Usage : concordance evaluer --jeu F.csv… --references DIR… --rentree AAAA-MM-JJ [--risque 0.01] [--json] [--html F]

Mesure l'appariement sur des libellés dont la certification est connue : sans aucun code, par libellé distinct et par
ligne. Les libellés sans vérité, à code générique (FCIL) ou dont la vérité est fermée à la rentrée sont comptés à part.
Dit aussi ce que la recherche des candidats a retrouvé (rappel au rang k) et ce qu'elle a perdu, à quelle étape.

  --jeu F.csv…       jeux étiquetés (set, row_id, libelle_formation, true_cfd, label_key…) ; le nom du jeu dit la
                     plateforme (parcoursup_…, affelnet_…, rco_…)
  --references DIR…  dossiers de référentiels, comme pour apparier
  --rentree D        premier jour de l'année scolaire
  --risque R         part d'erreurs admise parmi ce qui est accepté sans humain (${RISQUE_PAR_DEFAUT} si absent)
  --html F           écrit aussi un rapport : fiabilité, courbe part acceptée / erreur, par jeu et par type,
                     et les vérités que la recherche a perdues
  --json             les mesures en JSON sur la sortie standard`,
  async run(args, terminal) {
    const { values } = parseOptions(args, {
      jeu: { type: 'string', multiple: true },
      references: { type: 'string', multiple: true },
      rentree: { type: 'string' },
      risque: { type: 'string' },
      html: { type: 'string' },
      json: { type: 'boolean' },
    });
    const files = values.jeu ?? [];
    required(files[0], 'jeu');
    const folders = values.references ?? [];
    required(folders[0], 'references');
    const rentree = isoDate(required(values.rentree, 'rentree'), 'rentree');
    const risque = risk(values.risque, RISQUE_PAR_DEFAUT);

    const rows = await readSets(files, terminal);
    const references = await readReferences(folders);
    for (const { fichier, raison } of references.ignores) {
      terminal.stderr.write(`passé : ${fichier} (${raison})\n`);
    }
    const concordance = buildConcordance(references.data);
    const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree, risque });
    const labels = distinctLabels(rows);
    const judged = judge(labels, matcher, concordance, rentree);
    const recherche = retrievalReport([{ labels, matcher, concordance, rentree }]);
    const jeux = bySet(judged);
    if (values.html !== undefined) await writeReport(values.html, judged, rentree, recherche);
    if (values.json === true)
      terminal.stdout.write(
        `${JSON.stringify({ ...asJson(judged, jeux, rentree, risque), recherche }, null, 2)}\n`,
      );
    else terminal.stdout.write(asText(judged, jeux) + retrievalText(recherche, PERDUS));
    return EXIT.fait;
  },
};

async function readSets(files: readonly string[], { stderr }: Terminal): Promise<LabelledRow[]> {
  const rows: LabelledRow[] = [];
  for (const file of files) {
    for await (const read of (await openLabelledSet(file)).rows()) {
      if ('row' in read) rows.push(labelledRow(read.row));
      else stderr.write(`${file}, ligne ${read.ligne} refusée : ${read.rejet.message}\n`);
    }
  }
  return rows;
}

/** The engine reads labelled rows in the columns they are published in. */
function labelledRow(row: JeuEtiqueteRow): LabelledRow {
  return {
    set: row.jeu,
    row_id: row.id,
    libelle_formation: row.libelle,
    libelle_specialite: row.specialite ?? '',
    type_diplome_hint: row.typeDiplome ?? '',
    filiere: row.voie ?? '',
    true_cfd: row.cfd ?? '',
    n: String(row.n),
    label_key: row.cle,
  };
}

function bySet(judged: readonly JudgedLabel[]): Map<string, JudgedLabel[]> {
  const sets = new Map<string, JudgedLabel[]>();
  for (const one of judged) {
    const { set } = one.label;
    sets.set(set, [...(sets.get(set) ?? []), one]);
  }
  return sets;
}

async function writeReport(
  file: string,
  judged: readonly JudgedLabel[],
  rentree: string,
  recherche: RapportRecherche,
): Promise<void> {
  const titre = `Qualité de l'appariement, rentrée ${rentree}`;
  await writeFile(file, htmlReport(judged, { titre, modele: DEFAULT_MODEL.id, recherche }));
}

function asJson(
  judged: readonly JudgedLabel[],
  jeux: ReadonlyMap<string, readonly JudgedLabel[]>,
  rentree: string,
  risque: number,
): object {
  return {
    modele: DEFAULT_MODEL.id,
    rentree,
    risque,
    ensemble: measure(judged),
    jeux: Object.fromEntries([...jeux].map(([jeu, labels]) => [jeu, measure(labels)])),
  };
}

const COLUMNS: readonly (readonly [string, (mesure: Mesure) => number | null])[] = [
  ['justes', ({ justes }) => justes],
  ['dans les 5', ({ dansLesCinq }) => dansLesCinq],
  ['acceptés', ({ acceptees }) => acceptees],
  ['lignes', ({ accepteesParLigne }) => accepteesParLigne],
  ['faux', ({ fausses }) => fausses],
  ['lignes fausses', ({ faussesParLigne }) => faussesParLigne],
  ['ECE', ({ erreurDeCalibration }) => erreurDeCalibration],
];

function asText(judged: readonly JudgedLabel[], jeux: ReadonlyMap<string, readonly JudgedLabel[]>): string {
  const percent = (value: number | null): string =>
    value === null ? '–' : `${(100 * value).toFixed(2).replace('.', ',')} %`;
  const line = (name: string, labels: readonly JudgedLabel[]): string => {
    const mesure = measure(labels);
    const cells = COLUMNS.map(([title, read]) =>
      percent(read(mesure)).padStart(Math.max(8, title.length) + 2),
    );
    const apart = Object.entries(mesure.aPart)
      .map(([why, n]) => `${why} : ${n}, dont ${mesure.aPartAcceptees[why] ?? 0} accepté(s)`)
      .join(' ; ');
    return `${name.padEnd(32)}${String(mesure.etiquettes).padStart(9)}${cells.join('')}${apart === '' ? '' : `   (${apart})`}\n`;
  };
  const header = `${'jeu'.padEnd(32)}${'libellés'.padStart(9)}${COLUMNS.map(([title]) => title.padStart(Math.max(8, title.length) + 2)).join('')}\n`;
  return header + [...jeux].map(([jeu, labels]) => line(jeu, labels)).join('') + line('ensemble', judged);
}
