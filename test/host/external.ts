/**
 * The object that desktop Excel puts into a page as `window.external` and that the client library talks to: what host
 * this is, what it supports, requests, events, ribbon commands, settings. The library expects its lists in Visual Basic's
 * shape (`toArray`). Everything here is what the library's own code reads.
 */

export interface HostSettings {
  /** Requirement sets and their versions, such as `{ ExcelApi: '1.9' }`. */
  readonly matrix: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly documentUrl: string;
  readonly readOnly: boolean;
  readonly theme: 'light' | 'dark' | 'contrast';
}

export const DEFAULT_MATRIX: Readonly<Record<string, string>> = {
  ExcelApi: '1.14',
  DelayForCellEdit: '1.1',
  RichApiRuntime: '1.2',
  SharedRuntime: '1.1',
  RibbonApi: '1.1',
  DialogApi: '1.2',
  AddinCommands: '1.1',
  Settings: '1.1',
  File: '1.1',
};

/** A request as the library sends it. */
export interface WireRequest {
  readonly body: string;
  readonly flags: number;
}

/** What stands behind the seam: it answers requests and hears of handlers. */
export interface Seam {
  /** Answers a request's body with a reply's body, or with a number of the library's own list of failures; or never. */
  request(request: WireRequest): Promise<{ readonly body: string } | { readonly failure: number }>;
  /** A ribbon command says that it is done. */
  commandCompleted(parameters: unknown): void;
}

export interface External {
  readonly object: Readonly<Record<string, unknown>>;
  /** Hands events of the object model to the page. */
  readonly emit: (events: readonly RichEvent[]) => void;
  /** A click on a ribbon button that runs a function. */
  readonly runCommand: (buttonId: string, functionName: string) => void;
  /** What the page stored through `Office.context.document.settings`. */
  readonly documentSettings: Map<string, string>;
}

export interface RichEvent {
  readonly eventType: number;
  readonly targetId: string;
  /** Is written as JSON. */
  readonly message: object;
}

type Handler = (id: number, payload: unknown) => void;

const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
const RICH_API_EVENT = 33;
const RIBBON_COMMAND = 39;
const RICH_API_MESSAGE = 65536;
const EXCEL = 1;

const WHITE = 0xff_ff_ff;
const DARK = 0x26_26_26;
const THEMES = {
  light: { primary: WHITE, secondary: 0xf2_f2_f2, font: 0x00_00_00 },
  dark: { primary: DARK, secondary: 0x3a_3a_3a, font: WHITE },
  contrast: { primary: 0x00_00_00, secondary: 0x00_00_00, font: WHITE },
} as const;

/** Makes the object; `seam` answers what the page asks. */
export function createExternal(settings: HostSettings, seam: Seam): External {
  const handlers = new Map<number, { target: unknown; handler: Handler }[]>();
  const documentSettings = new Map<string, string>();
  const fire = (id: number, payload: unknown): void => {
    handlers.get(id)?.forEach(({ handler }) => {
      handler(id, payload);
    });
  };
  const object = {
    GetHostInfo: () => `Excel$Win32$16.01$${settings.locale}$1$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context(settings, documentSettings),
    Execute: (id: number, parameters: unknown, reply: (result: unknown) => void): void => {
      if (id === RICH_API_REQUEST) {
        void seam.request(wireRequest(parameters)).then((answer) => {
          reply(
            'body' in answer ? vbArray([0, vbArray([200, [], answer.body])]) : vbArray([answer.failure, '']),
          );
        });
        return;
      }
      if (id === COMMAND_COMPLETED) {
        seam.commandCompleted(parameters);
      }
      reply(vbArray([0, null]));
    },
    RegisterEvent: (id: number, target: unknown, handler: Handler, reply: (status: number) => void): void => {
      handlers.set(id, [...(handlers.get(id) ?? []), { target, handler }]);
      reply(0);
    },
    UnregisterEvent: (id: number, target: unknown, reply: (status: number) => void): void => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((entry) => entry.target !== target),
      );
      reply(0);
    },
  };
  return {
    object,
    documentSettings,
    emit: (events) => {
      const entries = events.map(({ eventType, targetId, message }) =>
        vbArray([RICH_API_MESSAGE, eventType, targetId, JSON.stringify(message), '', false]),
      );
      fire(RICH_API_EVENT, vbArray(entries));
    },
    runCommand: (buttonId, functionName) => {
      fire(RIBBON_COMMAND, vbArray([buttonId, functionName, JSON.stringify({ source: { id: buttonId } })]));
    },
  };
}

function context(
  settings: HostSettings,
  stored: Map<string, string>,
): Readonly<Record<string, () => unknown>> {
  const { primary, secondary, font } = THEMES[settings.theme];
  // The names that Office.js documents; the library hands them on as they come.
  const theme = {
    bodyBackgroundColor: primary,
    bodyForegroundColor: font,
    controlBackgroundColor: secondary,
    controlForegroundColor: font,
  };
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => 'emulated',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => settings.locale,
    GetAppDataLocale: () => settings.locale,
    GetDocUrl: () => settings.documentUrl,
    GetAppCapabilities: () => (settings.readOnly ? 1 : 0),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '1',
    GetInstanceId: () => 'emulated',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => JSON.stringify(settings.matrix),
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => '16.0.14332.20000',
    GetDialogRequirementMatrix: () => JSON.stringify(settings.matrix),
    GetFeaturesForSolution: () => '',
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]): void => {
        keys.push(...stored.keys());
        values.push(...stored.values());
      },
      Write: (keys: readonly string[], values: readonly string[]): void => {
        stored.clear();
        keys.forEach((key, index) => stored.set(key, values[index] ?? ''));
      },
    }),
  };
}

/** The body stands fifth in the first parameter, the flags stand seventh. */
function wireRequest(parameters: unknown): WireRequest {
  const call: unknown = Array.isArray(parameters) ? parameters[0] : undefined;
  const body: unknown = Array.isArray(call) ? call[4] : undefined;
  const flags: unknown = Array.isArray(call) ? call[6] : undefined;
  if (typeof body !== 'string') {
    throw new TypeError('A request without a body: the client library speaks otherwise than expected.');
  }
  return { body, flags: typeof flags === 'number' ? flags : 0 };
}

function vbArray(items: readonly unknown[]): { toArray: () => readonly unknown[]; dimensions: () => number } {
  return { toArray: () => items, dimensions: () => 1 };
}
