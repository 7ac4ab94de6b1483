// Tests of the site: jsdom, zoneless, compiled by jest-preset-angular.
module.exports = {
  displayName: 'web',
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/src/setup-jest.ts'],
  moduleNameMapper: { '^@bringup/quantities$': '<rootDir>/../../libs/quantities/index.ts' },
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  cacheDirectory: '<rootDir>/../../.cache/jest-web',
};
