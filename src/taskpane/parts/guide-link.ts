/** A link to a chapter of the guides, which opens beside the pane. */
import { html, type TemplateResult } from 'lit';
import { GUIDE_LINKS, type GuideChapter } from '../../text/guide-links';
import type { Actions } from '../actions';

export function guideLink(
  chapter: GuideChapter,
  { openGuide }: Pick<Actions, 'openGuide'>,
  label: string = GUIDE_LINKS[chapter].label,
): TemplateResult {
  const { address } = GUIDE_LINKS[chapter];
  return html`<a
    href=${address}
    target="_blank"
    rel="noopener"
    @click=${(event: Event) => {
      if (openGuide(address)) event.preventDefault();
    }}
    >${label}</a
  >`;
}
