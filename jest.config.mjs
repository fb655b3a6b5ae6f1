/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        tsconfig: {
          module: 'CommonJS',
          moduleResolution: 'Node10',
          target: 'ES2022',
          esModuleInterop: true,
          isolatedModules: true,
          resolveJsonModule: true,
          sourceMap: true,
          ignoreDeprecations: '5.0',
        },
        diagnostics: false,
      },
    ],
    // Packages that are ES modules only.
    '/node_modules/(hucre|hyparquet(-writer)?)/.+\\.m?js$': [
      'ts-jest',
      {
        tsconfig: {
          module: 'CommonJS',
          moduleResolution: 'Node10',
          target: 'ES2022',
          allowJs: true,
          isolatedModules: true,
          ignoreDeprecations: '5.0',
        },
        diagnostics: false,
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(hucre|hyparquet(-writer)?)/)'],
  testTimeout: 600_000,
};
