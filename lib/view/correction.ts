import { html } from 'hono/html';
import type { Evidence } from '../model/report.ts';
import { originsOf, plural } from './count.ts';
import { wordDate } from './dates.ts';
import type { Html } from './page/site.ts';
import type { RecordView, StoryView } from './page/story-data.ts';
import { afterOf } from './page/words.ts';

/** What an article's author may paste: each claim that no longer reads as published, and by whose reports. */
export interface CorrectionNote {
  /** Days, in EDTF. */
  readonly publishedOn: string;
  readonly updatedOn: string;
  readonly changes: readonly CorrectionLine[];
}

interface CorrectionLine {
  readonly claim: string;
  /** What became of it, in a few words; null where its time went by and no report says what came of it. */
  readonly change: string | null;
  /** The first report of it that is kept, and how many other origins say the same. */
  readonly report: Pick<Evidence, 'source' | 'link' | 'saidAt' | 'quote'> | null;
  readonly others: number;
}

/** From the sure changes only: the last one of each claim, without those that uphold it, and what lapsed. */
export function correctionNote(view: StoryView, now: Date): CorrectionNote {
  const changes = view.claims.flatMap(({ claim, standing, records, due }): CorrectionLine[] => {
    if (standing === 'lapsed')
      return [{ claim: claim.text, change: due && `due ${wordDate(due)}`, report: null, others: 0 }];
    // What upholds a claim changes nothing in it.
    const change = changed(records).at(-1);
    if (!change || standing === 'stands') return [];
    const [report = null] = change.evidence;
    const others = Math.max(0, originsOf(change).size - 1);
    return [{ claim: claim.text, change: afterOf(change), report, others }];
  });
  const { publishedAt } = view.story.baseline.article;
  return {
    publishedOn: publishedAt.slice(0, 10),
    updatedOn: now.toISOString().slice(0, 10),
    changes,
  };
}

function changed(records: readonly RecordView[]): RecordView[] {
  return records.filter(({ certainty, kind }) => certainty === 'sure' && kind !== 'confirmed');
}

const HEADING = 'What has changed since publication';

/** The note as plain text. */
export function correctionText(note: CorrectionNote): string {
  return [`${HEADING}\n${opening(note)}`, ...note.changes.map((change) => sentences(change).join(' '))].join(
    '\n\n',
  );
}

/** The note as HTML to paste, without any style. */
export function correctionHtml(note: CorrectionNote): Html {
  return html`<h2>${HEADING}</h2>
<p>${opening(note)}</p>
${
  note.changes.length > 0
    ? html`<ul>
${note.changes.map(
  (
    change,
  ) => html`<li>${sentences({ ...change, report: null }).join(' ')}${change.report ? html` ${reported(change, sourceLink(change.report))}` : ''}</li>
`,
)}</ul>
`
    : ''
}`;
}

function opening({ publishedOn, updatedOn, changes }: CorrectionNote): string {
  const [published, updated] = [wordDate(publishedOn), wordDate(updatedOn)];
  return changes.length === 0
    ? `As of ${updated}, no later report is known that changes what this article, first published on ${published}, said.`
    : `This article was first published on ${published}. As of ${updated}, later reports have changed ${plural(changes.length, 'statement')} in it.`;
}

function sentences({ claim, change, report, others }: CorrectionLine): string[] {
  const said = `The article said: “${claim}”`;
  if (report)
    return [
      said,
      `On ${wordDate(report.saidAt.slice(0, 10))}, ${report.source} reported: “${report.quote}” (${change}${alsoBy(others)}).${report.link ? ` ${report.link}` : ''}`,
    ];
  return change?.startsWith('due ')
    ? [said, `It was ${change}; no report is known that it came to pass.`]
    : [said];
}

function alsoBy(others: number): string {
  return others > 0
    ? `; ${others === 1 ? 'another outlet says' : `${others} other outlets say`} the same`
    : '';
}

function reported({ report, change, others }: CorrectionLine, source: Html): Html | '' {
  if (!report) return '';
  return html`On ${wordDate(report.saidAt.slice(0, 10))}, ${source} reported: “${report.quote}” (${change}${alsoBy(others)}).`;
}

function sourceLink({ source, link }: Pick<Evidence, 'source' | 'link'>): Html {
  return /^https?:\/\//i.test(link) ? html`<a href="${link}">${source}</a>` : html`${source}`;
}
