// One project a test tier (CONTRIBUTING.md says what belongs where).
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: false, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'es6' },
  },
];
const node = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^#matching$': '<rootDir>/libs/matching/index.ts',
    '^#sources$': '<rootDir>/libs/sources/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.concordance/'],
  ...extra,
});

// One embedded PostgreSQL for the run; each spec makes its own databases in it (test/postgres.ts).
const withPostgres = {
  globalSetup: '<rootDir>/test/setup/postgres-global-setup.js',
  globalTeardown: '<rootDir>/test/setup/postgres-global-teardown.js',
};

export default {
  // The slowest tests start servers and browsers; a unit test that takes this long is wrong.
  testTimeout: 60_000,
  projects: [
    node(
      'unit',
      ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/scripts/**/*.spec.js'],
      {
        setupFiles: ['<rootDir>/test/setup/forbid-network.js'],
      },
    ),
    node('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    node('quality', ['<rootDir>/test/quality/**/*.spec.ts']),
    node('contract', ['<rootDir>/test/contract/**/*.spec.ts']),
    node('integration', ['<rootDir>/test/integration/**/*.int-spec.ts'], withPostgres),
    node('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], withPostgres),
    {
      displayName: 'admin',
      testMatch: ['<rootDir>/apps/admin/**/*.spec.tsx', '<rootDir>/apps/admin/**/*.spec.ts'],
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/apps/admin/test/jsdom-globals.js'],
      setupFilesAfterEnv: ['<rootDir>/apps/admin/test/testing-library.js'],
      transform: {
        '^.+\\.[tj]sx?$': [
          '@swc/jest',
          {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
            module: { type: 'commonjs' },
          },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!(react-hotkeys-hook|@hookform)/)'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.concordance/'],
    },
  ],
};
