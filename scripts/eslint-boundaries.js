// The boundaries of docs/architecture.md as an ESLint rule: one table, one row a rule of the house. Each row says
// which files it holds for, what they may not import, and why; test/architecture proves that each one fires.
import { dirname, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Features of the API in the order in which data flow: a feature never imports a later one. */
export const FEATURE_ORDER = [
  'imports',
  'collectes',
  'planification',
  'referentiels',
  'cpf',
  'campagnes',
  'instantanes',
  // The list of formations asks in the grammar of the rules.
  'perimetre',
  'appariements',
  // Figures hop through the mères and SIRET that the establishments hold.
  'etablissements',
  'alertes',
  'indicateurs',
  'couverture',
  'review',
  'audit',
  'exports',
  // Knows every table that refers to a run.
  'purge',
];

const isSpec = (file) => /\.(spec|int-spec|e2e-spec)\.tsx?$|\/fixtures\/|\/bench\//.test(file);
const isInApi = (file) => file.startsWith('apps/api/src/');
const isPackage = (target, ...names) =>
  names.some((name) => target === name || target.startsWith(`${name}/`));
const isOurs = (target) => /^(libs|apps|test|scripts|samples|bin)\//.test(target);
/** Feature folder of an API file, or null for common, config, database, queues, cli, the bootstraps… */
const featureOf = (file) => /^apps\/api\/src\/([^/]+)\//.exec(file)?.[1] ?? null;

/** `target` is a package name, `#door`, `node:x`, or a path of the project for a relative import. */
export const BOUNDARIES = [
  {
    name: 'matching-pure',
    from: (file) => file.startsWith('libs/matching/') && !isSpec(file),
    forbids: (target) => !target.startsWith('libs/matching/') && target !== 'fastest-levenshtein',
    message: 'libs/matching imports only itself and fastest-levenshtein: no I/O, no framework, no source.',
  },
  {
    name: 'sources-alone',
    from: (file) => file.startsWith('libs/sources/') && !isSpec(file),
    forbids: (target) =>
      target.startsWith('@nestjs/') ||
      isPackage(target, 'typeorm', 'pg', 'pg-copy-streams', 'bullmq', 'ioredis', 'express', '#matching') ||
      (isOurs(target) && !target.startsWith('libs/sources/')),
    message: 'libs/sources knows files and URLs: no database, queue, Nest, matching or application.',
  },
  {
    name: 'admin-alone',
    from: (file) => file.startsWith('apps/admin/'),
    forbids: (target, file) =>
      target.startsWith('#') ||
      (isOurs(target) && !target.startsWith('apps/admin/')) ||
      (target.startsWith('node:') && file.startsWith('apps/admin/src/') && !isSpec(file)),
    message: 'apps/admin speaks HTTP to the API: it imports nothing outside apps/admin, and no Node module.',
  },
  {
    name: 'libs-by-their-door',
    from: (file) => file.startsWith('apps/'),
    forbids: (target) => target.startsWith('libs/'),
    message: 'Import the libraries by their public doors, #matching and #sources.',
  },
  {
    name: 'api-without-admin',
    from: isInApi,
    forbids: (target) => target.startsWith('apps/admin/'),
    message: 'The API does not know its back office.',
  },
  {
    name: 'bullmq-in-queues',
    from: (file) =>
      isInApi(file) && !file.startsWith('apps/api/src/queues/') && !/\.processor(\.spec)?\.ts$/.test(file),
    forbids: (target) => isPackage(target, 'bullmq', '@nestjs/bullmq', 'ioredis'),
    message: 'Only queues/ and *.processor.ts know BullMQ; others enqueue through queues/.',
  },
  {
    name: 'typeorm-in-repositories',
    from: (file) =>
      isInApi(file) &&
      !isSpec(file) &&
      !file.startsWith('apps/api/src/database/') &&
      file !== 'apps/api/src/common/transactions.ts' &&
      !/\.(repository|query|entity|module)\.ts$/.test(file),
    forbids: (target) => isPackage(target, 'typeorm', '@nestjs/typeorm'),
    // A use case holds the transaction and hands it to repositories, without a word of SQL.
    allowsTypes: ['EntityManager'],
    message: 'SQL and TypeORM belong to *.repository.ts, *.query.ts, *.entity.ts and database/.',
  },
  {
    name: 'pg-in-repositories',
    from: (file) =>
      isInApi(file) &&
      !isSpec(file) &&
      !/^apps\/api\/src\/(database|queues|demarrage)\//.test(file) &&
      !file.endsWith('.repository.ts'),
    forbids: (target) => isPackage(target, 'pg', 'pg-copy-streams'),
    message: 'The PostgreSQL driver belongs to database/ and *.repository.ts.',
  },
  {
    name: 'http-in-controllers',
    from: (file) => isInApi(file) && file.endsWith('.use-case.ts'),
    forbids: (target) => isPackage(target, 'express', '@nestjs/platform-express', '@nestjs/swagger'),
    message: 'A use case orders steps: HTTP belongs to the controller.',
  },
  {
    name: 'feature-order',
    from: (file) => FEATURE_ORDER.includes(featureOf(file)) && !isSpec(file),
    forbids: (target, file) =>
      FEATURE_ORDER.indexOf(featureOf(target)) > FEATURE_ORDER.indexOf(featureOf(file)),
    message: `Features import one way: ${FEATURE_ORDER.join(' → ')}.`,
  },
  {
    name: 'foundations-below-features',
    from: (file) => ['common', 'config', 'queues', 'demarrage'].includes(featureOf(file)) && !isSpec(file),
    forbids: (target) => FEATURE_ORDER.includes(featureOf(target)),
    message: 'common, config, queues and demarrage are below the features: they import none.',
  },
  {
    name: 'env-in-config',
    from: (file) => (isInApi(file) && !file.startsWith('apps/api/src/config/')) || file.startsWith('libs/'),
    forbids: (target) => target === 'node:process' || target === 'process',
    message: 'Only apps/api/src/config reads the environment; process is a global, do not import it.',
  },
];

/** Package name of a specifier (`@scope/name`, `name`, `#door`, `node:x`), or the project path it leads to. */
function targetOf(file, specifier) {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier));
  return specifier;
}

/** True when an import takes nothing but types, all of them named in `allowed`. */
function takesOnly(node, allowed) {
  if (node.type !== 'ImportDeclaration' || allowed === undefined) return false;
  return node.specifiers.every(
    (specifier) =>
      specifier.type === 'ImportSpecifier' &&
      (node.importKind === 'type' || specifier.importKind === 'type') &&
      allowed.includes(specifier.imported.name),
  );
}

const rule = {
  meta: { type: 'problem', schema: [], messages: { boundary: '{{name}}: {{message}} ({{specifier}})' } },
  create(context) {
    const file = relative(ROOT, context.filename).split(sep).join('/');
    const boundaries = BOUNDARIES.filter((boundary) => boundary.from(file));
    if (boundaries.length === 0) return {};
    const check = (node, source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const target = targetOf(file, source.value);
      for (const { name, forbids, allowsTypes, message } of boundaries) {
        if (!forbids(target, file) || takesOnly(node, allowsTypes)) continue;
        context.report({
          node: source,
          messageId: 'boundary',
          data: { name, message, specifier: source.value },
        });
      }
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
    };
  },
};

export const boundariesPlugin = { rules: { imports: rule } };
