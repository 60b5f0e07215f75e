import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Draft } from '../../draft/draft.ts';
import { wordsOf } from '../../draft/extract/paragraphs.ts';
import { slugOf } from '../../draft/finish.ts';
import type { Article } from '../../model/baseline.ts';
import { InputError } from '../../model/input-error.ts';
import { isLoopback, typedLoopback } from '../../model/loopback.ts';
import { isHosted, type NamedReader, RULES_NAME } from '../../readers/named.ts';
import { shellWord } from '../../text/shell-word.ts';
import { type DraftedBaseline, draftedBaseline, draftView, draftYaml } from '../../view/draft.ts';
import type { Screen } from '../../view/layout.ts';
import { type KnownArticle, readArticle } from '../article-source.ts';
import { chosen } from '../choose.ts';
import { address, command, flag, JSON_OUT, text, writtenTime } from '../command.ts';
import { draftClaims } from '../draft-claims.ts';
import { readLine } from '../keys.ts';
import { readerNamed } from '../reader.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { type SuggestOptions, suggestFeeds } from '../suggest-feeds.ts';
import type { Terminal } from '../terminal.ts';

export const draft = command({
  name: 'draft',
  about: 'draft a baseline from an article',
  help: `Takes the text of an article, from its address, a file of HTML or plain text, or stdin, and drafts the claims that news may overtake, each with its sentence, and the feeds to watch. A model drafts them where --reader or the settings name one: the whole text of the article goes to its provider then, which is asked before. Else rules do: they part sentences and write names and dates out where that is safe. Every claim is held against the article: a name, date or figure that does not stand there, or a lost "said", "may" or "not", leaves it out. Shows the draft, asks what to keep, and writes YAML. Read it before you watch it.`,
  args: { name: 'URL|FILE|-', least: 1, most: 1 },
  options: {
    out: text('FILE', 'where the baseline is written; else its slug with .yaml'),
    reader: {
      value: 'NAME',
      about: 'what drafts: rules, bedrock:MODEL, openai:BASE_URL#MODEL, or answers:FILE (a recorded draft)',
      read: (_name: string, given: string): NamedReader => readerNamed(given),
    },
    yes: flag('keeps every claim and asks nothing; needed without a terminal'),
    offline: flag('looks for no feeds'),
    title: text('TEXT', 'its headline, where its page does not tell it'),
    publisher: text('NAME', 'who published it'),
    url: address('where it is published, or will be'),
    published: writtenTime('when it was published'),
    json: JSON_OUT,
  },
  async run({ values, args: [source = ''] }, terminal) {
    const settings = await readSettingsFile();
    const { yes: isYes = false, title, publisher, url, published: publishedAt } = values;
    const article = await readArticle(source, { title, publisher, url, publishedAt });
    if (!isYes && !terminal.keyboard)
      throw new InputError('Nothing was drafted: without a terminal add --yes to keep every claim');
    const story = slugOf(article.title) || 'story';
    const file = values.out ?? `${story}.yaml`;
    if (existsSync(file)) throw isThere(file);
    const reader = values.reader ?? readerNamed(settings.reader ?? RULES_NAME);
    if (isHosted(reader)) await announceSending(article, reader, isYes, terminal);
    const { draft: drafted, sentences } = await draftClaims(article, reader, {
      story,
      settings,
      note: terminal.note,
    });
    if (drafted.claims.length === 0)
      throw new InputError(
        `Nothing was drafted: no sentence was found that news may overtake${drafted.leftOut.length > 0 ? `, and ${drafted.leftOut.length} proposed claims failed their proofs` : ''}; write the baseline by hand`,
      );
    const screen = screenOf(terminal, {}, settings);
    const kept = isYes ? drafted : await choose(drafted, sentences, terminal, screen);
    const baseline: DraftedBaseline = {
      story,
      article: articleOf(article),
      draft: kept,
      sentences,
      feeds: [],
      by: isHosted(reader) ? reader.model : reader.kind === 'answers' ? 'a recorded answer' : 'rules',
    };
    const search = { newsSearch: settings.newsSearch, loopback: typedLoopback(source) };
    const feeds = values.offline ? [] : await feedsFor(baseline, search, terminal);
    const whole = { ...baseline, feeds };
    await writeNew(file, draftYaml(whole));
    if (values.json)
      terminal.out(JSON.stringify({ file, baseline: draftedBaseline(whole), ...kept, sentences }, null, 2));
    else {
      if (isYes) terminal.note(draftView({ draft: kept, sentences }, screen));
      terminal.out(file);
      if (reader.kind === 'rules')
        terminal.note(
          'Drafted by rules, in the article’s own words: say in full who and what each claim is about, or let a model draft (--reader).',
        );
      terminal.note(nextSteps(file, feeds));
    }
    return 0;
  },
});

/** The commands that come after a draft. */
function nextSteps(file: string, feeds: readonly string[]): string {
  // A file's own feeds on this machine are not read: whoever wrote the file may be somebody else.
  const typed = feeds.some((feed) => isLoopback(new URL(feed).hostname))
    ? ` --feeds ${feeds.map(shellWord).join(' ')}`
    : '';
  const named = feeds.length === 0 ? ' --feeds URL…' : typed;
  const own = /^[\w./-]+$/.test(file) ? file : shellWord(file);
  const why = typed ? ' (--feeds, since the feed is on this machine)' : '';
  return [
    `Read it, and mend what is marked. Then${why}:`,
    `  npm run -s claimwatch -- lint ${own}${typed}`,
    `  npm run -s claimwatch -- watch --baseline ${own}${named}`,
  ].join('\n');
}

function articleOf({ title, publisher, url, publishedAt }: KnownArticle): Article {
  return { title, publisher, url, publishedAt };
}

/** Says what leaves this machine before it does. @throws InputError where it is not to */
async function announceSending(
  { paragraphs }: KnownArticle,
  { kind, what, model }: NamedReader,
  isMeant: boolean,
  { keyboard, note }: Terminal,
): Promise<void> {
  const where = kind === 'openai' ? new URL(what).host : 'Amazon Bedrock';
  note(
    `The whole text of the article, ${wordsOf(paragraphs)} words, published or not, goes to ${where} (${model}).`,
  );
  if (isMeant) return;
  const answer = await asked(keyboard, 'Send it? (yes or no) ');
  if (!/^y(?:es)?$/i.test(answer ?? ''))
    throw new InputError('Nothing was sent, and nothing drafted: --reader rules drafts on this machine');
}

/** Asks which claims to keep until that can be read. @throws InputError where none is kept */
async function choose(
  drafted: Draft,
  sentences: DraftedBaseline['sentences'],
  { keyboard, note }: Terminal,
  screen: Screen,
): Promise<Draft> {
  note(draftView({ draft: drafted, sentences }, screen));
  for (;;) {
    const typed = await asked(keyboard, 'Keep which? (Enter: all; 1-5 8: these; -3: all but this; none) ');
    const kept = typed === null ? [] : chosen(typed, drafted.claims.length);
    if (kept === null) {
      note(
        `Found "${typed}", expected numbers from 1 to ${drafted.claims.length}, like "1-5 8", or all with a minus, like "-3 -7"`,
      );
      continue;
    }
    if (kept.length === 0) throw new InputError('Nothing was written: no claim was kept');
    return { ...drafted, claims: drafted.claims.filter((_, i) => kept.includes(i)) };
  }
}

async function asked(keyboard: Terminal['keyboard'], question: string): Promise<string | null> {
  if (!keyboard) return null;
  const keys = keyboard.open();
  try {
    return await readLine(keys, keyboard.write, question);
  } finally {
    keys.close();
  }
}

/** The feeds that carry the story, or, where none does yet, all that were found. */
async function feedsFor(
  drafted: DraftedBaseline,
  search: SuggestOptions,
  { note, progress }: Terminal,
): Promise<string[]> {
  progress?.('looking for feeds');
  const found = await suggestFeeds(draftedBaseline(drafted), search);
  const carrying = found.filter(({ ofStory }) => ofStory > 0);
  const feeds = (carrying.length > 0 ? carrying : found).map(({ feed }) => feed);
  note(
    feeds.length === 0
      ? 'No feed was found: list those that you know under "feeds"'
      : `${feeds.length === 1 ? 'One feed' : `${feeds.length} feeds`} found, ${carrying.length} with items that may be of the story`,
  );
  return feeds;
}

function isThere(file: string): InputError {
  return new InputError(
    `${file} is there already: give another name with --out, or move it away; nothing was written`,
  );
}

/** @throws InputError where there is such a file: somebody may have worked on it */
async function writeNew(file: string, content: string): Promise<void> {
  await writeFile(file, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? isThere(file)
      : new InputError(`${file} cannot be written (${error.code}): expected a place that can be written`);
  });
}
