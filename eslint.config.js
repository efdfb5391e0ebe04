import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { boundariesPlugin } from './scripts/eslint-boundaries.js';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'];
const NO_ENV = {
  object: 'process',
  property: 'env',
  message: 'Only apps/api/src/config reads the environment.',
};

/** Exceptions of Nest carry an HTTP status: use cases and processors throw DomainError, a filter maps it. */
const NEST_EXCEPTIONS = {
  selector: "ImportDeclaration[source.value='@nestjs/common'] > ImportSpecifier[imported.name=/Exception$/]",
  message: 'HTTP exceptions belong to controllers, guards and filters; throw a DomainError.',
};
const FORWARD_REF = {
  selector: "ImportSpecifier[imported.name='forwardRef']",
  message: 'No circles: features import one way.',
};
const MANY_DEPENDENCIES = {
  selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>7]",
  message: 'More than seven dependencies: this class has several subjects.',
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '.concordance/', 'samples/**/*', '!samples/**/*.ts'] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    // Jest loads the set-up of the jsdom tier as CommonJS.
    files: ['apps/admin/test/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', globalThis: 'readonly' } },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Numbers in messages are what messages are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Nest modules are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Entities are plain rows: a literal with the right fields is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}', 'test/**/*.ts'],
    plugins: { boundaries: boundariesPlugin },
    rules: { 'boundaries/imports': 'error' },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    // A lexicon is data: its length is that of the vocabulary.
    ignores: [...SPECS, '**/*-lexicon.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/config/**', ...SPECS],
    rules: { 'no-restricted-properties': ['error', NO_ENV] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-syntax': ['error', NEST_EXCEPTIONS, FORWARD_REF, MANY_DEPENDENCIES] },
  },
  {
    files: ['apps/api/src/**/*.{controller,filter,guard,interceptor,pipe}.ts', 'apps/api/src/common/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', FORWARD_REF, MANY_DEPENDENCIES] },
  },
  {
    // The engine must give the same answer next year, in a browser tab with no network.
    files: ['libs/matching/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'fetch',
          'setTimeout',
          'setInterval',
          'performance',
          'console',
          'Buffer',
          'crypto',
        ].map((name) => ({
          name,
          message: 'libs/matching is pure: no I/O, clock or environment.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date']",
          message: 'Dates are AAAA-MM-JJ texts given by the caller.',
        },
        { selector: "CallExpression[callee.name='Date']", message: 'The clock is a parameter.' },
        { selector: "MemberExpression[object.name='Date']", message: 'The clock is a parameter.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness is a parameter.',
        },
      ],
    },
  },
  {
    files: ['libs/sources/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is a parameter.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The clock is a parameter.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness is a parameter.',
        },
      ],
    },
  },
  {
    files: ['apps/admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // react-admin types a record as present while it still loads: asking is not idle there.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    // Entities are plain rows there: `{ ...compte, nom }` is how one is changed.
    files: ['apps/api/src/**/*.ts'],
    rules: { '@typescript-eslint/no-misused-spread': 'off' },
  },
  {
    files: SPECS,
    rules: {
      // A fake keeps the signature of what it stands for.
      '@typescript-eslint/require-await': 'off',
      // Bodies of answers, and matchers such as expect.stringContaining, are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
);
