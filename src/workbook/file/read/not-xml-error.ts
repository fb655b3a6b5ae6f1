/** What is no XML, no text in the encoding of its part, or a reference that XML does not know. */
export class NotXmlError extends Error {
  constructor(what: string, at: number) {
    super(`${what} at byte ${at}`);
  }
}
