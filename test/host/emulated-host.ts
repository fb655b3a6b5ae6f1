/**
 * The emulated Excel without a client: a workbook, the interpreter of requests over it, what goes wrong, what went over
 * the wire. A client stands before it in this realm (`client/main-realm.ts`) or in a browser (`client/chromium.ts`).
 */

import { createExcel, type Excel } from './excel';
import { DEFAULT_MATRIX, type HostSettings, type RichEvent, type WireRequest } from './external';
import { createFaults, failAt, type Fault, type Faults } from './faults';
import { executeRequest, type Interpreter, readRequest } from './interpreter';
import { createWorkbook } from './model/create';
import type { Workbook } from './model/workbook';
import type { ObjectModel } from './reflect-om';
import { createService, type ServiceCall } from './services';
import { createTraffic, isHousekeeping, type Traffic } from './traffic';
import { rangeAreasClass, rangeClass } from './types/range';
import { tableClass } from './types/tables';
import { workbookClass } from './types/workbook';
import { worksheetClass } from './types/worksheet';
import { createUser, type User } from './user';

export interface HostOptions {
  readonly workbook?: Workbook;
  /** Requirement sets; those not given are the default's. */
  readonly matrix?: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly theme?: HostSettings['theme'];
  /** The year that dates without one are of. */
  readonly year?: number;
  /** Bytes that a request or a reply may have; Excel on the web takes 5 MB. */
  readonly payloadLimit?: number;
}

export interface EmulatedHost {
  readonly excel: Excel;
  readonly workbook: Workbook;
  readonly settings: HostSettings;
  readonly traffic: Traffic;
  readonly faults: Faults;
  /** The person before the screen, and another one in the same workbook. */
  readonly user: User;
  /** What was asked of the library's own services, such as the ribbon. */
  readonly serviceCalls: readonly ServiceCall[];
  /** Tells the emulator what the client library knows; needed before the first request that is to be checked. */
  readonly setObjectModel: (model: ObjectModel) => void;
  /** Answers a request; the promise stays open where no answer comes. */
  readonly request: (
    request: WireRequest,
  ) => Promise<{ readonly body: string } | { readonly failure: number }>;
  /** Where events go; one receiver at a time. */
  readonly onEvents: (receive: (events: readonly RichEvent[]) => void) => void;
  /** Delivers events that were raised outside a request. */
  readonly deliver: () => void;
  /** Resolves when no request is under way and no event waits. */
  readonly idle: () => Promise<void>;
}

const PAYLOAD_LIMIT = 5 * 2 ** 20;
const IN_CELL_EDIT_MODE = 5004;
const REQUEST_TOO_LARGE = 5103;
const REPLY_TOO_LARGE = 5104;
/** Flag of a request that waits for the end of an entry. */
const DELAY_FOR_CELL_EDIT = 64;
const EXAMPLE_YEAR = 2021;

export function createEmulatedHost(options: HostOptions = {}): EmulatedHost {
  const workbook = options.workbook ?? createWorkbook();
  const settings: HostSettings = {
    matrix: { ...DEFAULT_MATRIX, ...options.matrix },
    locale: options.locale ?? 'ru-RU',
    documentUrl: workbook.name,
    readOnly: workbook.readOnly,
    theme: options.theme ?? 'light',
  };
  const excel: Excel = createExcel(workbook, {
    locale: settings.locale,
    matrix: settings.matrix,
    year: options.year ?? EXAMPLE_YEAR,
    make: {
      range: (place) => rangeClass(place, excel),
      rangeAreas: (place) => rangeAreasClass(place, excel),
      worksheet: (sheet) => worksheetClass(sheet, excel),
      table: (owned) => tableClass(owned, excel),
    },
  });
  const serviceCalls: ServiceCall[] = [];
  let model: ObjectModel = {};
  const interpreter: Interpreter = {
    excel,
    get model() {
      return model;
    },
    root: workbookClass(workbook, excel),
    service: (name) => createService(name, serviceCalls),
  };
  const traffic = createTraffic();
  const faults = createFaults();
  const limit = options.payloadLimit ?? PAYLOAD_LIMIT;
  let receiver: (events: readonly RichEvent[]) => void = () => undefined;
  let underWay = 0;

  const deliver = (): void => {
    const events = excel.events.splice(0);
    if (events.length > 0) {
      receiver(events);
    }
  };

  const perform = (
    text: string,
    before?: (index: number) => void,
  ): { body: string } | { failure: number } => {
    const bytes = Buffer.byteLength(text);
    const body = readRequest(text);
    const record = (reply: string): void => {
      traffic.requests.push({
        bytes,
        replyBytes: Buffer.byteLength(reply),
        actions: body.Actions,
        body,
        reply,
        housekeeping: isHousekeeping(body),
      });
    };
    if (bytes > limit) {
      record('');
      return { failure: REQUEST_TOO_LARGE };
    }
    excel.actor = 'addin';
    const reply = executeRequest(interpreter, body, before);
    record(reply);
    return Buffer.byteLength(reply) > limit ? { failure: REPLY_TOO_LARGE } : { body: reply };
  };

  const answer = async (request: WireRequest): Promise<{ body: string } | { failure: number }> => {
    const fault: Fault | null = isHousekeeping(readRequest(request.body)) ? null : faults.next();
    if (fault?.kind === 'meanwhile') {
      fault.happens();
    }
    if (excel.cellEdit) {
      if ((request.flags & DELAY_FOR_CELL_EDIT) === 0) {
        return { failure: IN_CELL_EDIT_MODE };
      }
      await endOfEntry(excel);
    }
    if (fault?.kind === 'failure') {
      return { failure: fault.failure };
    }
    if (fault?.kind === 'silence') {
      if (fault.done) {
        perform(request.body);
      }
      // Nothing is under way any more: nobody works on an answer.
      underWay -= 1;
      return new Promise(() => undefined);
    }
    return perform(request.body, fault?.kind === 'error' ? failAt(fault) : undefined);
  };

  return {
    excel,
    workbook,
    settings,
    traffic,
    faults,
    user: createUser(excel, deliver),
    serviceCalls,
    setObjectModel: (known) => {
      model = known;
    },
    request: async (request) => {
      underWay += 1;
      try {
        // The answer never comes in the same turn as the request.
        await new Promise((resolve) => setTimeout(resolve, 0));
        const reply = await answer(request);
        setTimeout(deliver, 0);
        return reply;
      } finally {
        underWay -= 1;
      }
    },
    onEvents: (receive) => {
      receiver = receive;
    },
    deliver,
    idle: async () => {
      do {
        await new Promise((resolve) => setTimeout(resolve, 2));
      } while (underWay > 0 || excel.events.length > 0);
    },
  };
}

async function endOfEntry(excel: Excel): Promise<void> {
  while (excel.cellEdit) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
