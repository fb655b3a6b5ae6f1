import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

/**
 * What each folder of src/ may import besides itself (docs/decisions.md, «The import table»).
 * Everyone may use text/, which imports nothing.
 */
const domain = ['calendar', 'programme', 'controls', 'monitoring', 'report'];
const mayImport = {
  text: [],
  calendar: [],
  programme: ['calendar'],
  controls: ['programme', 'calendar'],
  monitoring: ['controls', 'programme', 'calendar'],
  report: ['monitoring', 'controls', 'programme', 'calendar'],
  workbook: [],
  sheets: [...domain, 'workbook/spec', 'workbook/grid'],
  workflows: [...domain, 'sheets', 'workbook/spec', 'workbook/grid', 'workbook/port'],
  pages: ['calendar'],
  taskpane: ['pages', 'workflows', 'workbook', ...domain],
  commands: ['pages', 'workflows', 'workbook', ...domain],
  cli: ['workflows', 'workbook', 'sheets', ...domain],
};

/** One zone a folder: it may import itself, text/ and its row of the table. */
const zones = Object.entries(mayImport).map(([folder, allowed]) => {
  const open = new Set([folder, 'text', ...allowed.map((name) => name.split('/')[0])]);
  const closedFolders = Object.keys(mayImport).filter((name) => !open.has(name));
  const parts = allowed.filter((name) => name.includes('/')).map((name) => name.split('/')[1]);
  const closed = closedFolders.map((name) => `./src/${name}`);
  return {
    target: `./src/${folder}`,
    from: parts.length > 0 ? [...closed, './src/workbook/file', './src/workbook/excel'] : closed,
    message: `src/${folder} must not import this (see the import table in docs/decisions.md).`,
  };
});

/** Names of a host that only its own adapter, or a face, may touch. */
const hostNames = ['Excel', 'Office', 'document', 'window', 'localStorage', 'process'];
const pure = Object.keys(mayImport).filter(
  (name) => !['pages', 'taskpane', 'commands', 'cli', 'workbook'].includes(name),
);

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'src/**/*.parser.js', 'src/**/*.parser.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: pure.map((name) => `src/${name}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', ...hostNames],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|exceljs|hucre|fflate|saxes|fs$|path$)',
              message: 'Hosts and file libraries stay in adapters and faces.',
            },
          ],
        },
      ],
      // The clock and the locale change no result: `today` is passed in.
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass `today` in.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Pass `today` in.',
        },
        {
          selector: 'MemberExpression[property.name=/^toLocale/]',
          message: 'The locale of the machine changes no result.',
        },
      ],
    },
  },
  // Catalogues of texts and tables of tests are as long as what they list.
  { files: ['test/**/*.ts', 'src/text/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  prettier,
);
