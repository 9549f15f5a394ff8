import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;

/** Run with `node --experimental-vm-modules`, see the test script. @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/../migrations'],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/cluster.mjs',
  globalTeardown: '<rootDir>/test/cluster-stop.mjs',
  maxWorkers: 2,
  testTimeout: 30_000,
};
