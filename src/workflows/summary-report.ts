/** The summary over many regions: which workbooks it is made of, and the workbook that it becomes. */
import type { CivilDate } from '../calendar/civil-date';
import { formatQuarter, quarterTitle, type Quarter } from '../calendar/quarter';
import { UNPLACED, hasErrors, type Finding } from '../controls/finding';
import { isReported } from '../monitoring/expected';
import { compareText } from '../monitoring/register';
import { editionForQuarter, editionView } from '../programme/edition';
import type { Indicator, Programme } from '../programme/schema';
import { buildReport, type ReportSource } from '../report/build-report';
import {
  buildSummary,
  indicatorList,
  regionFigures,
  type RegionFigures,
  type Summary,
} from '../report/summary';
import { metaSpec } from '../sheets/meta-sheet';
import { regionsAnnex } from '../sheets/summary/regions-annex';
import { regionsCompleteness } from '../sheets/summary/regions-completeness';
import { summarySpec } from '../sheets/summary/summary-sheet';
import { SUMMARY_TEXTS } from '../text/summary';
import type { WorkbookSpec } from '../workbook/spec';

/** What one workbook gives: its figures, or the finding that says why there are none for this quarter. */
export type RegionReading =
  | { readonly ok: true; readonly figures: RegionFigures }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The figures of one register; nothing else of it is kept. */
export function readRegion(source: ReportSource, quarter: Quarter, file: string): RegionReading {
  if (isReported(source.programme, quarter))
    return { ok: true, figures: regionFigures(buildReport(source, quarter, 0), file) };
  const { message, action } = SUMMARY_TEXTS.findings.otherPeriod;
  const finding: Finding = {
    ...UNPLACED,
    code: 'S3',
    level: 'info',
    file,
    message: message(quarterTitle(quarter)),
    action,
  };
  return { ok: false, findings: [finding] };
}

export interface SummarySource {
  readonly readings: readonly RegionReading[];
  readonly quarter: Quarter;
  /** Whose list of indicators counts; absent: the list that most regions have. */
  readonly programme?: Programme;
  readonly today: CivilDate;
}

export interface MadeSummary {
  readonly summary: Summary;
  readonly workbook: WorkbookSpec;
  readonly findings: readonly Finding[];
}

/** Undefined as `made` where no region is left; `findings` then say why. The order of the readings changes nothing. */
export function createSummary({ readings, quarter, programme, today }: SummarySource): {
  readonly made: MadeSummary | undefined;
  readonly findings: readonly Finding[];
} {
  const read = readings
    .flatMap((reading) => (reading.ok ? [reading.figures] : []))
    .sort((a, b) => compareText(a.region, b.region) || compareText(a.file, b.file));
  const unread = readings.flatMap((reading) => (reading.ok ? [] : reading.findings));
  const wanted = programme
    ? editionView(programme, editionForQuarter(programme, quarter).code).indicators
    : listOfMost(read);
  const left = read.flatMap((region): Finding[] => {
    const twin = twinFinding(region, read);
    return twin ? [twin] : listFinding(region, wanted);
  });
  const findings = [...unread, ...left].sort((a, b) => compareText(a.file ?? '', b.file ?? ''));
  const out = new Set(findings.filter((finding) => hasErrors([finding])).map(({ file }) => file));
  const regions = read.filter(({ file }) => !out.has(file));
  if (regions.length === 0) return { made: undefined, findings };
  const summary = buildSummary(regions, quarter, out.size);
  const annex = regionsAnnex(summary);
  const workbook: WorkbookSpec = {
    title: SUMMARY_TEXTS.workbookTitle(quarterTitle(quarter)),
    date: today,
    sheets: [
      summarySpec(summary, annex, today),
      annex.spec,
      regionsCompleteness(summary, findings),
      metaSpec('report', { scope: 'regions', quarter: formatQuarter(quarter) }),
    ],
  };
  return { made: { summary, workbook, findings }, findings };
}

/** Of the lists that equally many regions have, the one of the first region. */
function listOfMost(regions: readonly RegionFigures[]): readonly Indicator[] {
  const counts = new Map<string, number>();
  for (const { indicators } of regions) {
    const list = indicatorList(indicators);
    counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return regions.find(({ indicators }) => counts.get(indicatorList(indicators)) === most)?.indicators ?? [];
}

function listFinding({ indicators, file }: RegionFigures, wanted: readonly Indicator[]): Finding[] {
  if (indicatorList(indicators) === indicatorList(wanted)) return [];
  const { message, action } = SUMMARY_TEXTS.findings.otherList;
  const codes = (list: readonly Indicator[]): string => SUMMARY_TEXTS.listOf(list.map(({ code }) => code));
  const other = indicators.find(
    (own) => !wanted.some((one) => indicatorList([one]) === indicatorList([own])),
  );
  const own = other && wanted.some(({ code }) => code === other.code);
  const text = own ? SUMMARY_TEXTS.listDetail(other.code) : codes(indicators);
  return [{ ...UNPLACED, code: 'S1', level: 'error', file, message: message(text, codes(wanted)), action }];
}

/** Of two workbooks of one region nobody but its officials can say which counts. */
function twinFinding(region: RegionFigures, all: readonly RegionFigures[]): Finding | undefined {
  const twins = all.filter(
    (other) =>
      other !== region && (other.programme === region.programme || regionKey(other) === regionKey(region)),
  );
  if (twins.length === 0) return undefined;
  const { message, action } = SUMMARY_TEXTS.findings.sameRegion;
  return {
    ...UNPLACED,
    code: 'S2',
    level: 'error',
    file: region.file,
    message: message(twins.map(({ file }) => file)),
    action,
  };
}

function regionKey({ region }: RegionFigures): string {
  return region.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/gu, ' ').trim();
}
