import { html } from 'hono/html';
import type { Evidence } from '../model/report.ts';
import { originsOf, plural } from './count.ts';
import { wordDate } from './dates.ts';
import type { Html } from './page/site.ts';
import type { RecordView, StoryView } from './page/story-data.ts';
import { afterOf } from './page/words.ts';
import { webLink } from './web-link.ts';

/** What an article's author may paste: each claim that no longer reads as published, and by whose reports. */
export interface CorrectionNote {
  /** Days, in EDTF. */
  readonly publishedOn: string;
  readonly updatedOn: string;
  readonly changes: readonly CorrectionLine[];
}

interface CorrectionLine {
  readonly claim: string;
  /** What became of it, in a few words, by which report, the first that is kept, and how many other origins say the same; null where no report is known. */
  readonly change: string | null;
  readonly report: Pick<Evidence, 'source' | 'link' | 'saidAt' | 'quote'> | null;
  readonly others: number;
  /** When it was due, in EDTF, where that went by and nothing says what came of it; else null. */
  readonly lapsed: string | null;
}

/** From the sure changes only: the last one of each claim, without those that uphold it, and what lapsed. */
export function correctionNote(view: StoryView, now: Date): CorrectionNote {
  const changes = view.claims.flatMap(({ claim, standing, records, due }): CorrectionLine[] => {
    const change = changed(records).at(-1) ?? null;
    const lapsed = standing === 'lapsed' ? due : null;
    if (!change && lapsed === null) return [];
    return [
      {
        claim: claim.text,
        change: change && afterOf(change),
        report: change?.evidence[0] ?? null,
        others: change ? Math.max(0, originsOf(change).size - 1) : 0,
        lapsed,
      },
    ];
  });
  const { publishedAt } = view.story.baseline.article;
  return {
    publishedOn: publishedAt.slice(0, 10),
    updatedOn: now.toISOString().slice(0, 10),
    changes,
  };
}

/** What upholds a claim changes nothing in it. */
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
  const { changes } = note;
  return html`<h2>${HEADING}</h2>
<p>${opening(note)}</p>
${changes.length > 0 ? html`<ul>\n${changes.map((change) => html`<li>${said(change)} ${change.report ? html`${linked(change.report)} ` : ''}${outcome(change)}</li>\n`)}</ul>\n` : ''}`;
}

function opening({ publishedOn, updatedOn, changes }: CorrectionNote): string {
  const [published, updated] = [wordDate(publishedOn), wordDate(updatedOn)];
  return changes.length === 0
    ? `As of ${updated}, no later report is known that changes what this article, first published on ${published}, said.`
    : `This article was first published on ${published}. As of ${updated}, ${plural(changes.length, 'statement')} in it no longer ${changes.length === 1 ? 'reads' : 'read'} as published.`;
}

function sentences(line: CorrectionLine): string[] {
  const { report } = line;
  return [
    said(line),
    report ? `On ${dayOf(report)}, ${report.source} reported: “${report.quote}”` : '',
    outcome(line),
    report ? (webLink(report.link) ?? '') : '',
  ].filter(Boolean);
}

const said = ({ claim }: CorrectionLine) => `The article said: “${claim}”`;
const dayOf = ({ saidAt }: Pick<Evidence, 'saidAt'>) => wordDate(saidAt.slice(0, 10));

/** What it comes to, who else says so, and that nothing says what came of it. */
function outcome({ change, others, lapsed }: CorrectionLine): string {
  const same = others === 1 ? 'another outlet says' : `${others} other outlets say`;
  return [
    change === null ? '' : `(${change}${others > 0 ? `; ${same} the same` : ''}).`,
    lapsed === null ? '' : `It was due ${wordDate(lapsed)}; no report is known that it came to pass.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function linked({ source, link, quote, saidAt }: NonNullable<CorrectionLine['report']>): Html {
  const href = webLink(link);
  const name = href === null ? source : html`<a href="${href}">${source}</a>`;
  return html`On ${dayOf({ saidAt })}, ${name} reported: “${quote}”`;
}
