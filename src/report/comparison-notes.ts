/** What has to be known before two quarters are compared: their forms, editions and schools. Russian sentences. */
import { quarterTitle } from '../calendar/quarter';
import { COMPARISON_TEXTS } from '../text/comparison';
import type { OperatorReport } from './build-report';
import type { QuarterComparison } from './compare-quarters';

export function comparisonNotes({
  first,
  second,
}: Pick<QuarterComparison, 'first' | 'second'>): readonly string[] {
  const [before, after] = [first.expected.length, second.expected.length];
  return [
    ...[first, second].flatMap(reportNotes),
    ...(before === after ? [] : [COMPARISON_TEXTS.open(before, after)]),
    ...COMPARISON_TEXTS.notes,
  ];
}

function reportNotes({ quarter, forms, expected, edition, missing }: OperatorReport): readonly string[] {
  const title = quarterTitle(quarter);
  return [
    COMPARISON_TEXTS.forms(title, forms.length, expected.length, edition.title),
    ...(missing.length > 0
      ? [
          COMPARISON_TEXTS.missing(
            title,
            missing.map(({ shortName }) => shortName),
          ),
        ]
      : []),
  ];
}
