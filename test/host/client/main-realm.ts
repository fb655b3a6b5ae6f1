/**
 * The real client library in the realm of the tests, before the emulated Excel: product code runs as it is, with the
 * global `Excel` and `Office`. One at a time in a realm.
 */

import { createEmulatedHost, type EmulatedHost, type HostOptions } from '../emulated-host';
import { createExternal } from '../external';
import { type ObjectModel, reflectObjectModel } from '../reflect-om';
import { openPage, removePage } from './page';

export interface EmulatedExcel extends EmulatedHost {
  /** A click on a button of the ribbon; the command's function must be associated. Resolves when it says that it is done. */
  clickRibbon(functionName: string, buttonId?: string): Promise<void>;
  /** Waits for what is under way and takes the client out of the realm. */
  close(): Promise<void>;
}

const STEP_MS = 1;
const START_MS = 10_000;

let known: ObjectModel | undefined;

/**
 * Starts Excel with a workbook (by default an empty one with the sheet «Лист1») and the library's debug build in it,
 * with the library's own check of requirement sets switched on. Afterwards `Excel` and `Office` are there.
 */
export async function startEmulatedExcel(options: HostOptions = {}): Promise<EmulatedExcel> {
  const host = createEmulatedHost(options);
  let commandDone: () => void = () => undefined;
  const external = createExternal(host.settings, {
    request: host.request,
    commandCompleted: () => {
      commandDone();
    },
  });
  openPage(external.object);
  await until(() => typeof Office !== 'undefined' && typeof Office.onReady === 'function');
  await Office.onReady();
  // After this the library tells the host that it is ready; only then is it at rest.
  await until(() => host.serviceCalls.length > 0);
  known ??= reflectObjectModel(Excel);
  host.setObjectModel(known);
  switchOnSetCheck();
  host.onEvents(external.emit);
  host.traffic.clear();
  host.faults.reset();
  return {
    ...host,
    clickRibbon: (functionName, buttonId = functionName) =>
      new Promise((resolve) => {
        commandDone = resolve;
        external.runCommand(buttonId, functionName);
      }),
    close: async () => {
      host.onEvents(() => undefined);
      await host.idle();
      removePage();
    },
  };
}

/** The library can refuse members above the host's requirement sets by itself, but ships with that switched off. */
function switchOnSetCheck(): void {
  const utility: unknown = Reflect.get(OfficeExtension, 'CommonUtility');
  if (typeof utility !== 'function' || !('_doApiNotSupportedCheck' in utility)) {
    throw new TypeError('The client library has no check of requirement sets any more.');
  }
  utility._doApiNotSupportedCheck = true;
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += STEP_MS) {
    if (waited > START_MS) {
      throw new Error('The client library did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
