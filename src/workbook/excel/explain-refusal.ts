/** Why the host denied access: its code does not tell a read-only workbook from a protected sheet. */
import { HostError } from '../host-error';
import { askHost } from './host-requests';

const ANSWER_MS = 10_000;

/** Runs work that writes to sheets; a denial that it throws is looked into and thrown as what it is. */
export async function explained<T>(sheets: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof HostError && thrown.problem === 'access-denied') {
      throw await reasonOf(thrown, sheets);
    }
    throw thrown;
  }
}

async function reasonOf(denied: HostError, names: readonly string[]): Promise<HostError> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  try {
    return await askHost({ whileTyping: 'refuse', answerMs: ANSWER_MS }, async ({ workbook }, sync) => {
      workbook.load('readOnly');
      const worksheets = workbook.worksheets.load('items/name,items/protection/protected');
      await sync();
      if (workbook.readOnly) {
        return new HostError('read-only', denied.detail);
      }
      const isProtected = worksheets.items.some(
        (sheet) => wanted.has(sheet.name.toLowerCase()) && sheet.protection.protected,
      );
      return isProtected ? new HostError('protected', denied.detail) : denied;
    });
  } catch {
    return denied;
  }
}
