// What the predecessors of Certif Info would add to the figures of higher education: `npm run continuum-sise`.
import { join } from 'node:path';
import { buildConcordance, type Certification } from '#matching';
import { loadReference } from '../reference-loader.ts';
import { SHARED_DATA } from './gold.ts';

const FILES = [
  'bcn-2025',
  'bcn-2024',
  'certif-info-2025',
  'sise-2020',
  'onisep-2024/table_passage_from_certif_info.csv',
];
const reference = await loadReference(FILES.map((name) => join(SHARED_DATA, 'reference', name)));
const concordance = buildConcordance(reference);

const folded = (label: string): string[] =>
  label
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, (char) => (/\p{M}/u.test(char) ? '' : ' '))
    .toUpperCase()
    .replace(/\b(?:DE|DU|DES|LA|LE|LES|L|D|ET|EN|A|AU|AUX|SPECIALITE|OPTION|MENTION)\b/g, ' ')
    .split(' ')
    .filter(Boolean);

/** Shared words ÷ all words: 1 for the same label. */
function alike(left: string, right: string): number {
  const [a, b] = [new Set(folded(left)), new Set(folded(right))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}

const certificationOf = (sise: string): Certification | undefined => {
  const [code] = concordance.bySise(sise);
  return code === undefined ? undefined : concordance.get(code);
};

const codes = new Set(reference.n_diplome_sise.flatMap(({ rows }) => rows.map(({ sise }) => sise)));
for (const { sise } of concordance.certifications) if (sise !== null) codes.add(sise);
const alone = [...codes].filter((code) => concordance.bySise(code).some((one) => one.startsWith('CFD:')));
const pairs = [...codes].sort().flatMap((code) => {
  const ancien = concordance.continuumSise(code).anciens[0];
  const [new_, old] = [certificationOf(code), ancien === undefined ? undefined : certificationOf(ancien)];
  return ancien === undefined || new_ === undefined || old === undefined ? [] : [{ code, ancien, new_, old }];
});
const verdict = ({ new_, old }: (typeof pairs)[number]): string => {
  const level = new_.niveauQualification === old.niveauQualification ? 'même niveau' : 'niveau différent';
  const near = alike(new_.libelle, old.libelle);
  return `${level}, ${near === 1 ? 'même nom' : near >= 0.5 ? 'nom voisin' : 'autre nom'}`;
};
const counts = new Map<string, number>();
for (const pair of pairs) counts.set(verdict(pair), (counts.get(verdict(pair)) ?? 0) + 1);

/** Predecessors that Certif Info names between titles of higher education, whether or not they have a SISE code. */
const superior = reference.certif_info
  .flatMap(({ rows }) => rows)
  .filter(({ niveauEuropeen }) => niveauEuropeen !== null && niveauEuropeen >= 6);
const named = superior.filter(({ ancienCfd, ancienCi, ancienRncp }) => ancienCfd ?? ancienCi ?? ancienRncp);
const withCfd = superior.filter(({ cfd, ancienCfd }) => cfd !== null && ancienCfd !== null);

process.stdout.write(
  [
    `codes SISE connus : ${String(codes.size)}, dont liés à un CFD : ${String(alone.length)}`,
    `fiches Certif Info de niveau 6 et plus : ${String(superior.length)}`,
    `  qui nomment un prédécesseur : ${String(named.length)}, dont les deux CFD : ${String(withCfd.length)}`,
    `successions candidates entre codes SISE : ${String(pairs.length)}`,
    ...[...counts].sort().map(([what, n]) => `  ${what} : ${String(n)}`),
    ...pairs.map((pair) => {
      const { code, ancien, new_, old } = pair;
      return `  ${ancien} (${old.libelle}) → ${code} (${new_.libelle}) : ${verdict(pair)}`;
    }),
    '',
  ].join('\n'),
);
