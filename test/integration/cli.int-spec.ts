import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES } from './installation.ts';
import { concordance } from './run-command.ts';

const COMMANDS = [
  'demarrer',
  'importer',
  'campagne',
  'apparier',
  'evaluer',
  'exporter',
  'verifier',
  'sources',
  'compte',
  'couverture',
  'purger',
];

/** Reasons of one row among the answers of a file. */
function motifsOf(ndjson: string, id: string): string[] {
  const line = ndjson.split('\n').find((answer) => answer.startsWith(`{"id":"${id}"`)) ?? '{"motifs":[]}';
  return (JSON.parse(line) as { motifs: string[] }).motifs;
}

describe('the command line without a database', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concordance-cli-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const matching = (catalogue: string, ...more: string[]): string[] => [
    'apparier',
    ...['--catalogue', catalogue, '--references', join(SAMPLES, 'references'), '--rentree', '2026-09-01'],
    ...more,
  ];

  it('helps, command by command, in French', async () => {
    const general = await concordance('--aide');
    expect(general.code).toBe(0);
    for (const command of COMMANDS) {
      expect(general.stdout).toContain(command);
      const help = await concordance(command, '--aide');
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(`Usage : concordance ${command}`);
    }
  });

  it.each([
    [['inconnue'], /commande inconnue : inconnue/],
    [['apparier', '--catalogu', 'x'], /option inconnue : --catalogu/],
    [['apparier'], /il manque --catalogue/],
    [['apparier', '--catalogue', 'x', '--rentree', '01/09/2026'], /attendu une date AAAA-MM-JJ/],
    [['apparier', '--catalogue', 'x', '--plateforme', 'psup'], /attendu parcoursup, affelnet/],
    [['apparier', '--catalogue', 'x', '--rentree', '2026-09-01', '--risque', '2'], /entre 0 et 0,5/],
    [['importer'], /il manque la source/],
    [['importer', 'rien', '--fichier', 'x'], /source inconnue : rien/],
    [['campagne', 'danser'], /action attendue/],
    [['campagne', 'publier', '--execution', 'zzz'], /attendu un identifiant/],
    [['sources', 'truc'], /argument en trop : truc/],
    [['compte', 'reinitialiser'], /il manque --identifiant/],
  ])('answers 2 and one French sentence to %j', async (args, said) => {
    const { code, stderr, stdout } = await concordance(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(stdout).toBe('');
  });

  it('lists the sources as JSON with their eight fields', async () => {
    const { stdout } = await concordance('sources', '--json');
    const sources = JSON.parse(stdout) as object[];
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(Object.keys(source)).toEqual([
        'id',
        'libelle',
        'producteur',
        'fichier',
        'api',
        'planifiable',
        'cadence',
        'licence',
      ]);
    }
  });

  it('answers every row of a catalogue in its order, on stdout when no file is named', async () => {
    const catalogue = join(SAMPLES, 'catalogues', 'generique.csv');
    const { code, stdout, stderr } = await concordance(...matching(catalogue));
    expect(code).toBe(0);
    const ids = (await readFile(catalogue, 'utf8'))
      .split(/\r?\n/)
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split(/[;,]/)[0]?.replaceAll('"', ''));
    const answers = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; statut: string; candidats: { confiance: number }[] });
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.some(({ statut }) => statut === 'apparie')).toBe(true);
    for (const { candidats } of answers) {
      const confiances = candidats.map(({ confiance }) => confiance);
      expect(confiances).toEqual([...confiances].sort((a, b) => b - a));
    }
    expect(stderr).toMatch(/réponses : \d+ appariées/);
  });

  it('answers refused lines too, names them on stderr, and says so by its code', async () => {
    const sortie = join(folder, 'sortie.ndjson');
    const catalogue = join(SAMPLES, 'catalogues', 'parcoursup.csv');
    const { code, stderr } = await concordance(
      ...matching(catalogue, '--plateforme', 'parcoursup', '--sortie', sortie),
    );
    expect(code).toBe(3);
    expect(stderr.match(/^ligne \d+ refusée/gm)).toHaveLength(2);
    const text = await readFile(sortie, 'utf8');
    // One has no label, and gets an empty answer; the other has a wrong UAI, and is matched all the same.
    expect(text.match(/"LIGNE_REFUSEE"/g)).toHaveLength(1);
    expect(motifsOf(text, '46412')).toContain('UAI_INCONNU');
    // ACCE is among the references: a closed establishment is told, one that closes later is not.
    expect(motifsOf(text, '45202')).toContain('UAI_INCONNU');
    expect(motifsOf(text, '45169')).not.toContain('UAI_INCONNU');
    expect(text).not.toContain('\uFFFD');
  });

  it.each<[string, () => Promise<Buffer | string>, RegExp]>([
    ['vide.csv', () => Promise.resolve(''), /vide\.csv/],
    ['photo.csv', () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])), /photo\.csv/],
    ['colonne.csv', () => Promise.resolve('id;libelle\n1;CAP cuisine\n'), /colonne\.csv.*libelle_formation/s],
    [
      'coupe.csv.gz',
      async () => gzipSync(await readFile(join(SAMPLES, 'catalogues', 'generique.csv'))).subarray(0, 400),
      /coupe\.csv\.gz/,
    ],
  ])('explains why %s cannot be read, and leaves no file', async (name, bytes, said) => {
    const catalogue = join(folder, name);
    await writeFile(catalogue, await bytes());
    const sortie = join(folder, `${name}.ndjson`);
    const { code, stderr } = await concordance(...matching(catalogue, '--sortie', sortie));
    expect(code).toBe(1);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('    at ');
    await expect(readFile(sortie)).rejects.toThrow();
  });

  it('says at once that the folder of the answers is not there', async () => {
    const sortie = join(folder, 'nulle-part', 'sortie.ndjson');
    const { code, stderr } = await concordance(
      ...matching(join(SAMPLES, 'catalogues', 'generique.csv'), '--sortie', sortie),
    );
    expect(code).toBe(1);
    expect(stderr).toBe(join(folder, 'nulle-part') + " : ce fichier ou ce dossier n'existe pas\n");
  });

  it('names the files that are no reference and passes them over', async () => {
    const other = join(folder, 'autre');
    await mkdir(other);
    await writeFile(join(other, 'lisez-moi.csv'), 'a;b\n1;2\n');
    const { code, stderr } = await concordance(
      'apparier',
      ...['--catalogue', join(SAMPLES, 'catalogues', 'generique.csv'), '--rentree', '2026-09-01'],
      ...['--references', join(SAMPLES, 'references'), other],
    );
    expect(code).toBe(0);
    expect(stderr).toContain('passé : ' + join(other, 'lisez-moi.csv'));
  });
});
