/** Who signs; nothing in the workbook says it, so that empty texts are usual. */
export interface Signature {
  readonly position: string;
  readonly name: string;
  readonly executor: string;
  readonly phone: string;
}

export const NOBODY_SIGNS: Signature = { position: '', name: '', executor: '', phone: '' };
