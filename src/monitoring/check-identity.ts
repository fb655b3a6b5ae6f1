/** T2: whose form is it, for which quarter and edition, and may it come now? */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import { formatQuarter, lastDay, quarterTitle, type Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { editionForQuarter, editionView, type EditionView } from '../programme/edition';
import type { Programme, Site } from '../programme/schema';
import { isExpected, isReported } from './expected';
import type { FormStamp } from './issue-form';

export interface Identity {
  readonly site: Site;
  readonly view: EditionView;
}

/** The site and edition, or the finding that says why the form can't be taken. `expectedQuarter`: the one asked for, if any; `place`: of the stamp. */
export function checkIdentity(
  stamp: FormStamp,
  programme: Programme,
  today: CivilDate,
  expectedQuarter: Quarter | undefined,
  place: Partial<Finding>,
): { readonly identity: Identity } | { readonly finding: Finding } {
  const { quarter } = stamp;
  if (stamp.programme !== programme.code) {
    return {
      finding: formFinding('foreignProgramme', { found: stamp.programme, expected: programme.code }, place),
    };
  }
  const site = programme.sites.find(({ code }) => code === stamp.site);
  if (!site) return { finding: formFinding('unknownSite', { site: stamp.site }, place) };
  if (expectedQuarter && formatQuarter(quarter) !== formatQuarter(expectedQuarter)) {
    const args = { found: quarterTitle(quarter), expected: quarterTitle(expectedQuarter) };
    return { finding: formFinding('otherQuarter', args, place) };
  }
  if (!isReported(programme, quarter)) {
    return { finding: formFinding('outsideProgramme', { quarter: quarterTitle(quarter) }, place) };
  }
  if (!isExpected(programme, site, quarter)) {
    const args = {
      site: site.shortName,
      opened: formatRussian(site.openedOn),
      quarter: quarterTitle(quarter),
    };
    return { finding: formFinding('siteNotOpen', args, place) };
  }
  if (lastDay(quarter) > today) {
    const args = { quarter: quarterTitle(quarter), end: formatRussian(lastDay(quarter)) };
    return { finding: formFinding('quarterNotOver', args, place) };
  }
  const edition = editionForQuarter(programme, quarter);
  if (stamp.edition !== edition.code) {
    return { finding: formFinding('otherEdition', { found: stamp.edition, expected: edition.code }, place) };
  }
  return { identity: { site, view: editionView(programme, edition.code) } };
}
