// Backend tests in two sizes: `unit` needs nothing, `database` gets a real PostgreSQL with the real migrations.
const { join } = require('node:path');

const root = join(__dirname, '..');
const swc = JSON.parse(require('node:fs').readFileSync(join(root, '.swcrc'), 'utf8'));
const base = {
  rootDir: root,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, exclude: [], swcrc: false }],
    // Published as ECMAScript modules alone, which Node can require and jest cannot.
    '/@dodona/dolos-core/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' }, swcrc: false }],
  },
  transformIgnorePatterns: ['/node_modules/(?!@dodona/dolos-core/)'],
  moduleNameMapper: { '^@bringup/([a-z-]+)$': '<rootDir>/libs/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.toolchain/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  roots: ['<rootDir>/libs', '<rootDir>/apps/api', '<rootDir>/apps/worker', '<rootDir>/apps/cli', '<rootDir>/test'],
  cacheDirectory: '<rootDir>/.cache/jest',
};
module.exports = {
  rootDir: root,
  // Only a hang is to be found by it: a busy machine is no failure.
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '/test/journeys/'],
    },
    {
      ...base,
      displayName: 'database',
      testMatch: ['**/*.db.spec.ts'],
      globalSetup: '<rootDir>/test/database/start-server.ts',
      globalTeardown: '<rootDir>/test/database/stop-server.ts',
    },
  ],
};
