/* The bench as one program, bundled as the command line is, so that it measures what is shipped. */
const path = require('path');

module.exports = {
  name: 'bench',
  mode: 'production',
  target: 'node20',
  context: path.resolve(__dirname, '..'),
  entry: { bench: './bench/run.ts' },
  output: { path: path.resolve(__dirname, '../dist'), filename: '[name].cjs' },
  devtool: false,
  optimization: { minimize: false },
  module: {
    // SheetJS is looked for when the bench runs.
    parser: { javascript: { createRequire: false } },
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: 'ts-loader', options: { transpileOnly: true } },
      },
    ],
  },
  resolve: { extensions: ['.ts', '.js'] },
  // Loaded from its package, as a program that uses it would.
  externals: { exceljs: 'commonjs exceljs' },
};
