/** A run in the emulated Excel that is expected to fail. */

/** The code and place of what it threw; fails the test if it did nothing of the kind. */
export async function failureOf(run: () => Promise<unknown>): Promise<{ code: string; place: string }> {
  try {
    await run();
  } catch (thrown) {
    if (thrown instanceof OfficeExtension.Error) {
      return { code: thrown.code, place: thrown.debugInfo.errorLocation ?? '' };
    }
    throw thrown;
  }
  throw new Error('Nothing failed.');
}

/** As above, with one batch and one sync on the active sheet. */
export async function refusalOf(
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<string> {
  const { code } = await failureOf(() =>
    Excel.run(async (context) => {
      batch(context.workbook.worksheets.getActiveWorksheet(), context);
      await context.sync();
    }),
  );
  return code;
}
