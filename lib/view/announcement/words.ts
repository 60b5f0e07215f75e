import type { Standing } from '../../compare/standing.ts';
import type { Claim } from '../../model/baseline.ts';
import type { Kind } from '../../model/report.ts';
import type { Telling } from '../../monitor/announce.ts';
import type { Announcement, Move } from '../../monitor/announcement.ts';
import { originsOf, plural } from '../count.ts';
import { timeOf } from '../dates.ts';
import { readableLine as line } from '../readable.ts';
import { webLink } from '../web-link.ts';
import { type WordedRecord, worded } from '../worded.ts';

/** How a message is told apart from where it goes. */
export interface MessageSettings {
  /** In which times are shown, by its IANA name. */
  readonly zone: string;
  /** The address of the pages, which ends with a slash; null where there are none. */
  readonly pages: string | null;
  /** The table, for the commands that read on; null for the embedded one. */
  readonly table: string | null;
}

/** An announcement in words, for every form of message. */
export interface AnnouncementWords {
  /** Of its story one word that no other announcement has. */
  readonly id: string;
  readonly subject: string;
  /** What is to be known of it before all else, a sentence each. */
  readonly notes: readonly string[];
  /** What the article says. */
  readonly claim: string;
  readonly change: {
    readonly kind: Kind | 'taken back';
    readonly before: string;
    readonly after: string;
  } | null;
  /** Where sources differ: each value with who gives it. */
  readonly contested: readonly string[];
  /** Where the claim stands by it. */
  readonly standing: string | null;
  /** How many reports of how many origins; null without a record. */
  readonly count: string | null;
  readonly reports: readonly {
    readonly quote: string;
    readonly from: string;
    readonly link: string | null;
  }[];
  /** The page with it, else null. */
  readonly page: string | null;
  /** The command that shows it. */
  readonly command: string;
  readonly article: { readonly title: string; readonly from: string; readonly link: string | null };
}

/** So many reports are quoted; the rest are counted. */
const REPORTS_QUOTED = 5;

/** Nothing that comes from feeds, models or baselines breaks a line or turns the order of its signs. */
export function announcementWords(
  { announcement, story }: Telling,
  { zone, pages, table }: MessageSettings,
): AnnouncementWords {
  const { article, story: slug } = story.baseline;
  const record = recordOf(announcement);
  const told = record && worded(record, story);
  const { move } = announcement;
  const option = table === null ? '' : ` --table ${table}`;
  const path = `stories/${encodeURIComponent(slug)}/`;
  // A record that an editor rejected is shown among the decisions of its story.
  const isShown = told !== null && announcement.about !== 'withdrawal';
  return {
    id: announcement.id,
    subject: line(subjectOf(announcement, told)),
    notes: notesOf(announcement, told, zone).map(line),
    claim: line(told?.claim ?? move?.claim.text ?? `A turn that no claim foresaw: ${told?.value ?? ''}`),
    change: told && {
      kind: announcement.about === 'withdrawal' ? 'taken back' : told.kind,
      before: line(told.before),
      after: line(told.after),
    },
    contested: told?.contested.map(({ value, origins }) => line(`${value}: ${origins.join(', ')}`)) ?? [],
    standing: move && standingSentence(move),
    count: told && `${plural(told.evidence.length, 'report')} of ${plural(originsOf(told).size, 'origin')}`,
    reports: (told?.evidence ?? []).slice(0, REPORTS_QUOTED).map(({ quote, source, saidAt, link }) => ({
      quote: line(quote),
      from: line(`${source}, ${timeOf(saidAt, zone)}`),
      link: webLink(link),
    })),
    page: pages && `${pages}${path}${isShown ? `records/${encodeURIComponent(told.id)}/` : ''}`,
    command: isShown ? `claimwatch show ${told.id}${option}` : `claimwatch story ${slug}${option}`,
    article: {
      title: line(article.title),
      from: line(`${article.publisher}, ${timeOf(article.publishedAt, zone)}`),
      link: webLink(article.url),
    },
  };
}

function recordOf(announcement: Announcement) {
  return announcement.about === 'standing' ? announcement.because : announcement.record;
}

function subjectOf(announcement: Announcement, told: WordedRecord | null): string {
  if (announcement.about === 'standing')
    return `${nameOf(announcement.move.claim)} ${STANDS[announcement.move.after]}`;
  if (!told) return announcement.id;
  const about = announcement.claim ? nameOf(announcement.claim) : (told.claimId ?? told.value);
  // What it would be by itself may be of another kind than what was told.
  if (announcement.about === 'withdrawal') return `taken back: ${about}: ${told.after}`;
  const change = `${told.kind}: ${about}: ${told.after}`;
  return told.certainty === 'possible' ? `to check: ${change}` : change;
}

function nameOf({ id, label }: Claim): string {
  return label ?? id;
}

/** What has to be said of an announcement besides what changed. Nothing here is guessed. */
function notesOf(announcement: Announcement, told: WordedRecord | null, zone: string): string[] {
  switch (announcement.about) {
    case 'change':
      return [
        ...(announcement.isAgain ? ['This was taken back before, and holds again.'] : []),
        ...(announcement.wasToCheck ? ['This was announced to be checked, and is sure now.'] : []),
        ...(told?.certainty === 'possible' ? [toCheck(told)] : []),
      ];
    case 'withdrawal':
      return [withdrawalNote(announcement, zone)];
    case 'standing':
      return [CAUSES[announcement.cause]];
    default:
      return announcement satisfies never;
  }
}

const CAUSES = {
  time: 'Its time went by, and nothing that was read says that it came to pass.',
  edited: 'The claim was edited since it was last announced: by its new wording it stands otherwise.',
  'read anew':
    'No new report moved it: what was reported before counts otherwise since it was read or decided anew.',
} as const;

function toCheck(told: WordedRecord): string {
  const isByRules = told.evidence.every(({ reader }) => reader.startsWith('rules'));
  const share =
    originsOf(told).size > 1
      ? 'about two in three records of two outlets are right'
      : 'of records of one outlet one in four to two in five are right';
  return `To check: ${isByRules ? `read by rules, ${share}` : 'what read it is not sure of it'}. Accept it or reject it.`;
}

/** `Announced on 2026-03-05 12:00 UTC as sure, and rejected by ada (“another district”): take it back wherever you used it.` */
function withdrawalNote({ told, by }: Extract<Announcement, { about: 'withdrawal' }>, zone: string): string {
  const when = told.at === null ? 'before' : `on ${timeOf(told.at, zone)}`;
  const as = told.as === 'sure' ? 'as sure' : 'to be checked';
  const who = by?.by ? ` by ${by.by}` : ' by an editor';
  const note = by?.note ? ` (“${by.note}”)` : '';
  return `This was announced ${when} ${as}, and is now rejected${who}${note}: it no longer holds.`;
}

const STANDS = {
  stands: 'stands as published',
  'in question': 'is in question',
  developing: 'is developing',
  overtaken: 'is overtaken',
  lapsed: 'has lapsed',
} as const;

function standingSentence({ before, after }: Move): string {
  return `The claim ${STANDS[after]} (until now: ${WAS[before]}).`;
}

const WAS: Readonly<Record<Standing, string>> = {
  stands: 'it stood as published',
  'in question': 'in question',
  developing: 'developing',
  overtaken: 'overtaken',
  lapsed: 'lapsed',
};
