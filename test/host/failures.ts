/** What the emulated Excel answers instead of doing what it was asked; codes are those that Excel documents. */

export class ExcelFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus: number,
  ) {
    super(message);
    this.name = 'ExcelFailure';
  }
}

export function invalidArgument(
  why = 'The argument is invalid or missing or has an incorrect format.',
): never {
  throw new ExcelFailure('InvalidArgument', why, 400);
}

export function itemNotFound(): never {
  throw new ExcelFailure('ItemNotFound', "The requested resource doesn't exist.", 404);
}

export function alreadyExists(): never {
  throw new ExcelFailure(
    'ItemAlreadyExists',
    'A resource with the same name or identifier already exists.',
    409,
  );
}

export function accessDenied(why = "You can't perform the requested operation."): never {
  throw new ExcelFailure('AccessDenied', why, 403);
}

export function invalidOperation(why: string): never {
  throw new ExcelFailure('InvalidOperation', why, 400);
}

export function mergedConflict(): never {
  throw new ExcelFailure(
    'MergedRangeConflict',
    'The requested operation cannot be completed because it conflicts with a merged range.',
    400,
  );
}

/** Not a failure of Excel: the emulator lacks what the library knows, or the library knows no such thing. */
export function notEmulated(member: string): never {
  throw new ExcelFailure('HarnessNotImplemented', `${member} is not emulated.`, 501);
}
