/** Everything of Office.js that is emulated, by the names of classes and of members on the wire. */

import type { EmulatedClass } from './host-object';
import { borderClasses } from './types/borders';
import { chartClasses } from './types/charts';
import { conditionalFormatClasses } from './types/conditional-formats';
import { customDataClasses } from './types/custom-data';
import { formatClasses } from './types/format';
import { freezePanesClass } from './types/freeze-panes';
import { functionClasses } from './types/functions';
import { nameClasses } from './types/names';
import { pageBreakClasses } from './types/page-breaks';
import { pageLayoutClasses } from './types/page-layout';
import { sheetProtectionClass, workbookProtectionClass } from './types/protection';
import { rangeClasses } from './types/range';
import { tableColumnClasses } from './types/table-columns';
import { tableClasses } from './types/tables';
import { validationClass } from './types/validation';
import { workbookClasses } from './types/workbook';
import { worksheetClasses } from './types/worksheet';

/** Members of `get…Properties` and events are not members of classes and stand below. */
export const EMULATED_CLASSES: readonly EmulatedClass[] = [
  ...workbookClasses,
  ...worksheetClasses,
  ...rangeClasses,
  ...formatClasses,
  ...borderClasses,
  ...functionClasses,
  ...nameClasses,
  ...tableClasses,
  ...tableColumnClasses,
  validationClass,
  ...conditionalFormatClasses,
  ...chartClasses,
  sheetProtectionClass,
  workbookProtectionClass,
  ...pageLayoutClasses,
  ...pageBreakClasses,
  freezePanesClass,
  ...customDataClasses,
].map(({ description }) => description);

/** Numbers of the events that are raised. */
export { EVENT as EMULATED_EVENTS } from './excel';
