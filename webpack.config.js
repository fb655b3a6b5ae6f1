/* Three targets: the pages for Excel's web view, the guard that even an old browser can read, and the command line. */
const fs = require('fs');
const os = require('os');
const path = require('path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { GUIDES, guidePage } = require('./docs/guide-pages');
const { version } = require('./package.json');

const DEVELOPMENT_ADDRESS = 'https://localhost:3000/';
const PRODUCTION_ADDRESS = withSlash(process.env.KVANTORIUM_ADDRESS ?? 'https://kvantorium.example/');

/**
 * What the pages may load. Microsoft serves Office.js from one address only; everything else is the pages' own. Neither
 * `unsafe-eval` nor `unsafe-inline`: styles come as files and constructed sheets.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self'",
  // Small pictures inside the styles of Fluent's components.
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function withSlash(address) {
  return address.endsWith('/') ? address : `${address}/`;
}

const typescript = (target) => ({
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { target } } },
      },
    ],
  },
  resolve: { extensions: ['.ts', '.js'] },
});

/** `scripts`: names of the entries that the page loads. */
const page = (template, scripts) =>
  new HtmlPlugin({
    filename: path.basename(template),
    template,
    chunks: scripts,
    scriptLoading: 'defer',
    minify: false,
    templateParameters: { policy: POLICY, version },
  });

/** The certificate that Office's own tools leave in the home folder, if they did; else webpack makes one for itself. */
function developmentServer() {
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => path.join(folder, name));
  return fs.existsSync(key) && fs.existsSync(cert)
    ? { type: 'https', options: { key, cert } }
    : { type: 'https' };
}

const pagesFolder = path.resolve(__dirname, 'dist/pages');

module.exports = (_env, { mode }) => [
  {
    ...typescript('ES2020'),
    name: 'pages',
    target: ['web', 'es2020'],
    entry: {
      taskpane: './src/taskpane/taskpane.ts',
      commands: './src/commands/commands.ts',
      problem: './src/pages/problem.ts',
    },
    output: {
      path: pagesFolder,
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: { keep: /^guard\.js/ },
    },
    resolve: {
      extensions: ['.ts', '.js'],
      alias: {
        // The build for browsers that exceljs names by default makes functions of texts, which the policy forbids.
        exceljs$: path.resolve(__dirname, 'node_modules/exceljs/dist/exceljs.bare.min.js'),
        // The build for Node, taken by default, asks for its Buffer.
        'csv-stringify/sync$': path.resolve(__dirname, 'node_modules/csv-stringify/dist/esm/sync.js'),
      },
    },
    // Without `eval`: the policy forbids it.
    devtool: 'source-map',
    performance: { hints: false },
    plugins: [
      page('./src/taskpane/taskpane.html', ['taskpane']),
      page('./src/commands/commands.html', ['commands']),
      page('./src/pages/problem.html', ['problem']),
      page('./src/pages/help.html', []),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'src/pages/help.css', to: 'help.css' },
          ...Object.entries(GUIDES).map(([file, { page: name }]) => ({
            from: `docs/${file}`,
            to: `guide/${name}`,
            transform: (content) => guidePage(file, content.toString(), { policy: POLICY, version }),
          })),
          { from: 'docs/pictures/pane-*-light.png', to: 'guide/pictures/[name][ext]' },
          { from: 'docs/sql/*.sql', to: 'guide/sql/[name][ext]' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) =>
              mode === 'production'
                ? content.toString().replaceAll(DEVELOPMENT_ADDRESS, PRODUCTION_ADDRESS)
                : content,
          },
        ],
      }),
    ],
    devServer: {
      host: 'localhost',
      port: 3000,
      server: developmentServer(),
      static: false,
      hot: false,
      // Its overlay writes styles into the page, which the policy forbids.
      client: { overlay: false },
    },
  },
  {
    ...typescript('ES5'),
    name: 'guard',
    target: ['web', 'es5'],
    entry: { guard: './src/pages/guard.ts' },
    output: { path: pagesFolder, filename: '[name].js' },
    devtool: false,
  },
  {
    ...typescript('ES2020'),
    name: 'cli',
    target: 'node20',
    entry: { cli: './src/cli/main.ts', 'reading-worker': './src/cli/reading-worker.ts' },
    output: { path: path.resolve(__dirname, 'dist'), filename: '[name].cjs' },
    devtool: 'source-map',
    // Readable stack traces of programmer faults matter more here than size.
    optimization: { minimize: false },
    plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
  },
];
