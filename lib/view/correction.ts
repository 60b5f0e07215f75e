import { html } from 'hono/html';
import type { Evidence } from '../model/report.ts';
import { wordDate } from '../text/word-date.ts';
import { originsOf, plural } from './count.ts';
import { dayIn } from './dates.ts';
import type { Html } from './page/site.ts';
import type { RecordView, StoryView } from './page/story-data.ts';
import { afterOf } from './page/words.ts';
import { webLink } from './web-link.ts';

/** What an article's author may paste: each claim that no longer reads as published, and by whose reports. */
export interface CorrectionNote {
  readonly title: string;
  readonly url: string;
  /** Days, in EDTF. */
  readonly publishedOn: string;
  readonly updatedOn: string;
  readonly changes: readonly CorrectionLine[];
  /** So many possible records wait for an editor, and are not in it. */
  readonly waiting: number;
}

/** What a report said on which day, in EDTF. */
interface Reported extends Pick<Evidence, 'source' | 'link' | 'quote'> {
  readonly on: string;
}

interface CorrectionLine {
  readonly claim: string;
  /** What became of it, in a few words, by which report, the first that is kept, and how many other origins say the same; null where no report is known. */
  readonly change: string | null;
  /** The value is an editor's, and no report's. */
  readonly isOwn: boolean;
  readonly report: Reported | null;
  readonly others: number;
  /** When it was due, in EDTF, where that went by and nothing says what came of it; else null. */
  readonly lapsed: string | null;
}

/** From the sure changes only, days in a time zone: the last one of each claim, without those that uphold it, and what lapsed. */
export function correctionNote(view: StoryView, now: Date, zone: string): CorrectionNote {
  const changes = view.claims.flatMap(({ claim, standing, records, due }): CorrectionLine[] => {
    const change = changed(records).at(-1) ?? null;
    const lapsed = standing === 'lapsed' ? due : null;
    if (!change && lapsed === null) return [];
    return [
      {
        claim: claim.text,
        change: change && afterOf(change).replace(' (mended)', ''),
        isOwn: change !== null && change.record.reported !== null,
        report: reportOf(change, zone),
        others: change ? Math.max(0, originsOf(change).size - 1) : 0,
        lapsed,
      },
    ];
  });
  const { publishedAt, url } = view.story.baseline.article;
  return {
    title: view.title,
    url,
    // Where its time has an offset, its day is that of its own place.
    publishedOn: /[+-]\d{2}:\d{2}$/.test(publishedAt) ? publishedAt.slice(0, 10) : dayIn(publishedAt, zone),
    updatedOn: dayIn(now.toISOString(), zone),
    changes,
    waiting: view.claims.flatMap(({ records }) => records).filter(({ certainty }) => certainty === 'possible')
      .length,
  };
}

function reportOf(change: RecordView | null, zone: string): Reported | null {
  const [first] = change?.evidence ?? [];
  if (!first) return null;
  const { source, link, quote, saidAt } = first;
  return { source, link, quote, on: dayIn(saidAt, zone) };
}

/** What upholds a claim changes nothing in it. */
function changed(records: readonly RecordView[]): RecordView[] {
  return records.filter(({ certainty, kind }) => certainty === 'sure' && kind !== 'confirmed');
}

const HEADING = 'What has changed since publication';

/** The note as plain text. */
export function correctionText(note: CorrectionNote): string {
  return [
    `${HEADING}\n${note.title}\n${note.url}`,
    opening(note),
    ...note.changes.map((change) => sentences(change).join(' ')),
  ].join('\n\n');
}

/** The note as HTML to paste, without any style. */
export function correctionHtml(note: CorrectionNote): Html {
  const { changes } = note;
  return html`<h2>${HEADING}</h2>
<p><a href="${note.url}">${note.title}</a></p>
<p>${opening(note)}</p>
${changes.length > 0 ? html`<ul>\n${changes.map((change) => html`<li>${said(change)} ${change.report ? html`${linked(change.report)} ` : ''}${outcome(change)}</li>\n`)}</ul>\n` : ''}`;
}

function opening({ publishedOn, updatedOn, changes }: CorrectionNote): string {
  const [published, updated] = [wordDate(publishedOn), wordDate(updatedOn)];
  if (changes.length === 0)
    return `As of ${updated}, no later report is known that changes what this article, first published on ${published}, said.`;
  const overtaken = changes.filter(({ change }) => change !== null).length;
  const lapsed = changes.length - overtaken;
  const counts = [
    ...(overtaken > 0
      ? [
          `${plural(overtaken, 'statement')} in it ${overtaken === 1 ? 'has' : 'have'} been overtaken or followed up`,
        ]
      : []),
    ...(lapsed > 0
      ? [
          `${plural(lapsed, 'event')} that it announced ${lapsed === 1 ? 'was' : 'were'} due by now, and no report is known of ${lapsed === 1 ? 'it' : 'them'}`,
        ]
      : []),
  ];
  return `This article was first published on ${published}. As of ${updated}, ${counts.join(', and ')}.`;
}

function sentences(line: CorrectionLine): string[] {
  const { report } = line;
  return [
    said(line),
    report ? `On ${wordDate(report.on)}, ${report.source} reported: “${report.quote}”` : '',
    outcome(line),
    report ? (webLink(report.link) ?? '') : '',
  ].filter(Boolean);
}

const said = ({ claim }: CorrectionLine) =>
  `The article said, in our words: ${/[.!?]$/.test(claim) ? claim : `${claim}.`}`;

/** What it comes to, who else says so, and that nothing says what came of it. */
function outcome({ change, isOwn, others, lapsed }: CorrectionLine): string {
  const same =
    others === 0
      ? 'no other source so far'
      : others === 1
        ? 'one other source reports the same'
        : `${others} other sources report the same`;
  return [
    change === null ? '' : isOwn ? `We have established: ${change}.` : `(${change}; ${same}).`,
    lapsed === null ? '' : `It was due ${wordDate(lapsed)}; no report is known that it came to pass.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function linked({ source, link, quote, on }: Reported): Html {
  const href = webLink(link);
  const name = href === null ? source : html`<a href="${href}">${source}</a>`;
  return html`On ${wordDate(on)}, ${name} reported: “${quote}”`;
}
