/**
 * The add-in's page in a frame of «Excel on the web»: its parent answers the protocol of messages that the library
 * speaks there. The parent stands at the add-in's own address, which the library trusts as it trusts Microsoft's, so that
 * no name of Microsoft's is taken in vain. For a few smoke tests; everything else is tried on the desktop's seam.
 */

import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { EmulatedHost } from '../emulated-host';
import type { RichEvent, WireRequest } from '../external';
import { BUILT_PAGES, manifestOrigin } from './built-pages';
import { libraryModel } from './chromium';
import { createJournal, serve, watch } from './page-journal';

declare global {
  interface Window {
    /** Given to the parent's page by the test's process. */
    __webHostRequest: (
      request: WireRequest,
    ) => Promise<{ readonly body: string } | { readonly failure: number }>;
  }
}

export interface WebFrame {
  readonly page: Page;
  /** The add-in's own page. */
  readonly frame: Frame;
  readonly foreign: readonly string[];
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

export interface WebFrameOptions {
  readonly host: EmulatedHost;
  readonly page?: string;
  readonly folder?: string;
  readonly extra?: ReadonlyMap<string, string>;
}

/** What the parent's script is told. */
interface ParentSettings {
  readonly address: string;
  readonly matrix: string;
  readonly locale: string;
  readonly documentUrl: string;
  readonly readOnly: boolean;
}

const PARENT = '/__excel-on-the-web.html';
const REQUEST = '__webHostRequest';
const EMIT = '__webHostEmit';
const HOST_PAGE =
  '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Excel</title><body></body></html>';

/** Opens the page in a frame and comes back when the frame's scripts have been loaded. */
export async function openWebFrame(browser: Browser, options: WebFrameOptions): Promise<WebFrame> {
  const { host, folder = BUILT_PAGES, extra = new Map<string, string>() } = options;
  const context: BrowserContext = await browser.newContext({ locale: 'ru-RU', serviceWorkers: 'block' });
  const journal = createJournal();
  await serve(
    context,
    { folder, library: 'minified', extra: new Map([...extra, [PARENT, HOST_PAGE]]) },
    journal,
  );
  const page = await context.newPage();
  watch(page, journal, 'minified');
  host.setObjectModel(await libraryModel());
  await page.exposeFunction(REQUEST, (request: WireRequest) => host.request(request));
  await page.goto(`${manifestOrigin()}${PARENT}`);
  const settings: ParentSettings = {
    address: `${manifestOrigin()}/${options.page ?? 'taskpane.html'}`,
    matrix: JSON.stringify(host.settings.matrix),
    locale: host.settings.locale,
    documentUrl: host.settings.documentUrl,
    readOnly: host.settings.readOnly,
  };
  await page.evaluate(playParent, settings);
  host.onEvents((events) => void emit(page, events));
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (frame === undefined) {
    throw new Error('The frame is not there.');
  }
  await frame.waitForLoadState('load');
  return {
    page,
    frame,
    foreign: journal.foreign,
    problems: journal.problems,
    close: async () => {
      host.onEvents(() => undefined);
      await context.close();
    },
  };
}

async function emit(page: Page, events: readonly RichEvent[]): Promise<void> {
  if (!page.isClosed()) {
    await page.evaluate(`window.${EMIT}(${JSON.stringify(events)})`);
  }
}

/** Runs in the parent's page: makes the frame and answers what it asks. Stands alone, since it is sent there as text. */
function playParent(settings: ParentSettings): Promise<void> {
  const CALL = 0;
  const ANSWER = 1;
  const EVENT = 1;
  const SUBSCRIBE = 1;
  const UNSUBSCRIBE = 2;
  const RICH_API_REQUEST = 93;
  const RICH_API_MESSAGE = 65_536;
  const EXCEL_ON_THE_WEB = 16;
  const ID = 'emulated';

  interface Message {
    readonly _messageType: number;
    readonly _actionType: number;
    readonly _actionName: string;
    readonly _conversationId: string;
    readonly _correlationId: number;
    readonly _data?: {
      readonly DdaMethod?: { readonly DispatchId: number };
      readonly ArrayData?: readonly unknown[];
    };
  }

  const frame = document.createElement('iframe');
  const subscriptions = new Map<string, Message>();
  const appContext = {
    _id: ID,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16',
    _appMinorVersion: 0,
    _appUILocale: settings.locale,
    _dataLocale: settings.locale,
    _docUrl: settings.documentUrl,
    _clientMode: settings.readOnly ? 1 : 0,
    _settings: [],
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: '1',
    _appInstanceId: ID,
    _requirementMatrix: settings.matrix,
    _dialogRequirementMatrix: settings.matrix,
    _hostFullVersion: '16.0.14332.20000',
    _hostCustomMessage: '',
    _appDomains: [location.origin],
    _addinName: 'emulated',
    _initialDisplayMode: 0,
    _featureGates: {},
  };
  frame.title = 'add-in';
  frame.name = JSON.stringify({
    baseFrameName: 'emulated',
    hostInfo: `Excel$Web$16.00$${settings.locale}$1$$disableLogging$0`,
    xdmInfo: `conversation|${ID}|${location.origin}`,
    serializerVersion: 1,
  });

  const isCall = (message: unknown): message is Message =>
    typeof message === 'object' &&
    message !== null &&
    '_messageType' in message &&
    message._messageType === CALL;

  const send = (to: Message, responseType: number, data: unknown): void => {
    const message = {
      _messageType: ANSWER,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: location.origin,
      _errorCode: 0,
      _responseType: responseType,
      _data: data,
      _serializerVersion: 1,
    };
    frame.contentWindow?.postMessage(JSON.stringify(message), location.origin);
  };

  const perform = async (message: Message): Promise<void> => {
    const id = message._data?.DdaMethod?.DispatchId;
    if (id !== RICH_API_REQUEST) {
      send(message, 0, { Version: 1, Error: 0 });
      return;
    }
    const given = message._data?.ArrayData ?? [];
    const answer = await window.__webHostRequest({ body: String(given[4]), flags: Number(given[6]) });
    const body = 'body' in answer ? answer.body : null;
    const failure = 'failure' in answer ? answer.failure : 0;
    const data = [200, [], body];
    send(message, 0, { Version: 1, Error: failure, Data: data, ArrayData: data });
  };

  addEventListener('message', (event: MessageEvent<string>) => {
    if (event.source !== frame.contentWindow) {
      return;
    }
    const message: unknown = JSON.parse(event.data);
    if (!isCall(message)) {
      return;
    }
    if (message._actionType === SUBSCRIBE || message._actionType === UNSUBSCRIBE) {
      subscriptions.set(message._actionName, message);
      send(message, 0, { Error: 0 });
    } else if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      send(message, 0, appContext);
    } else if (message._actionName === 'executeMethod') {
      void perform(message);
    } else {
      send(message, 0, null);
    }
  });

  Object.defineProperty(window, '__webHostEmit', {
    value: (events: readonly { eventType: number; targetId: string; message: object }[]) => {
      const subscription = subscriptions.get('richApiMessage');
      const entries = events.map(({ eventType, targetId, message }) => [
        RICH_API_MESSAGE,
        eventType,
        targetId,
        JSON.stringify(message),
        '',
        false,
      ]);
      if (subscription !== undefined) {
        send(subscription, EVENT, { Data: entries, ArrayData: entries });
      }
    },
  });
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => {
      resolve();
    });
  });
  frame.src = settings.address;
  document.body.append(frame);
  return loaded;
}
