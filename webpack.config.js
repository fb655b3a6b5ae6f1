/* Two targets: the pages (task pane, commands) for Excel's web view, and the command line for Node. */
const path = require('path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');

const DEVELOPMENT_ADDRESS = 'https://localhost:3000/';
const PRODUCTION_ADDRESS = process.env.KVANTORIUM_ADDRESS ?? 'https://kvantorium.example/';

const typescript = {
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: 'ts-loader', options: { transpileOnly: true } },
      },
    ],
  },
  resolve: { extensions: ['.ts', '.js'] },
};

const page = (name) =>
  new HtmlPlugin({
    filename: `${name}.html`,
    template: `./src/${name}/${name}.html`,
    chunks: [name],
    scriptLoading: 'defer',
  });

module.exports = (_env, { mode }) => [
  {
    ...typescript,
    name: 'pages',
    target: ['web', 'es2020'],
    entry: { taskpane: './src/taskpane/taskpane.ts', commands: './src/commands/commands.ts' },
    output: {
      path: path.resolve(__dirname, 'dist/pages'),
      filename: '[name].[contenthash:8].js',
      clean: true,
    },
    // Without `eval`: the pages' security policy forbids it.
    devtool: 'source-map',
    plugins: [
      page('taskpane'),
      page('commands'),
      new CopyPlugin({
        patterns: [
          { from: 'assets', to: 'assets' },
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
    devServer: { port: 3000, server: 'https', static: false },
  },
  {
    ...typescript,
    name: 'cli',
    target: 'node20',
    entry: { cli: './src/cli/main.ts' },
    output: { path: path.resolve(__dirname, 'dist'), filename: '[name].cjs' },
    devtool: 'source-map',
    // Readable stack traces of programmer faults matter more here than size.
    optimization: { minimize: false },
    plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
  },
];
