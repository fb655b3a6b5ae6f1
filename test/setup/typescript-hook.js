/** Lets a plain Node process require the project's TypeScript: `node -r ./test/setup/typescript-hook.js …`. */
const { readFileSync } = require('node:fs');
const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');

require.extensions['.ts'] = (module, path) => {
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  module._compile(
    transpileModule(readFileSync(path, 'utf8'), { compilerOptions, fileName: path }).outputText,
    path,
  );
};
