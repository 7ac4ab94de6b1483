// Browser journeys: the built product, real PostgreSQL, real Chromium; one file after another.
const base = require('./jest.config.cjs').projects[0];

module.exports = {
  ...base,
  displayName: 'journeys',
  roots: [`${base.rootDir}/test/journeys`],
  testMatch: ['**/*.journey.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 240_000,
};
