import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { claimwatch } from '../support/cli.ts';
import { calibrationTable } from './calibration.ts';
import { errorsOf } from './errors.ts';
import { countsOf, figuresOf, sumCounts } from './measure.ts';
import { figuresTable } from './report.ts';
import { readingLines, type ScoredRun } from './said.ts';
import { defaultFolders, openStream, type Stream } from './stream.ts';

const HELP = `npm run score -- [FOLDER…] [--reader NAME] [--errors] [--record]

Runs the real command on labelled streams (folders with baseline.json, gold.json, and coverage.json or feeds/;
without any, those of test/cases) and prints, in percent: precision, recall and F1 of pairs of item and claim, kinds,
records, values, first reports, noise (quiet items that caused a record), turns, and the sure records alone.

  --reader NAME   rules, or your own model (openai:BASE_URL#MODEL, bedrock:MODEL): its answers are kept in .claimwatch, so
                  that it is asked once; tokens, time and money are counted. answers:FOLDER takes FOLDER/STORY.jsonl
  --errors   every miss and false record with its text, and the step at which each miss fell short (rules and answers only)
  --record   keep the pooled figures of test/cases in test/score/recorded.json, below which the tests fail`;

const RECORDED = 'test/score/recorded.json';

/** The name of a reader for a story, by paths that hold in any folder. */
function readerFor(reader: string, { name }: Stream): string {
  const recorded = /^answers:(.*)$/.exec(reader)?.[1];
  return recorded === undefined ? reader : `answers:${resolve(recorded, `${name}.jsonl`)}`;
}

async function runOf(
  { baselineFile, feeds }: Stream,
  reader: string,
  ...options: string[]
): Promise<Omit<ScoredRun, 'stream'>> {
  const argv = ['--baseline', baselineFile, '--feeds', feeds, '--reader', reader];
  const { out, err } = await claimwatch(['run', ...argv, '--json', ...options]);
  if (err !== '') process.stderr.write(`${err}\n`);
  if (out === '') throw new Error(`the run of ${baselineFile} ended without a result: see above`);
  const { changes, run } = JSON.parse(out);
  return { changes, spent: run.spent, unread: run.unread.length };
}

/** The same in a table of its own, in which what went wrong is explained. */
async function runExplained(
  stream: Stream,
  reader: string,
): Promise<Omit<ScoredRun, 'stream'> & { errors: string }> {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-score-'));
  process.chdir(folder);
  try {
    const ran = await runOf(stream, reader);
    return { ...ran, errors: await errorsOf(stream, ran.changes) };
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
}

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      reader: { type: 'string', default: 'rules' },
      errors: { type: 'boolean' },
      record: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.errors && /^(?:openai|bedrock):/.test(values.reader)) {
    process.stderr.write(
      '--errors is for rules and answers:FOLDER: export what a model answered first (claimwatch answers export)\n',
    );
    return 2;
  }
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const missing = positionals.find((folder) => !existsSync(`${folder}/gold.json`));
  if (missing !== undefined) {
    process.stderr.write(
      `${missing} holds no gold.json, expected a labelled stream; --help says what that is\n`,
    );
    return 2;
  }
  const began = performance.now();
  const scored = [];
  for (const folder of positionals.length > 0 ? positionals : defaultFolders()) {
    const stream = await openStream(resolve(folder));
    const reader = readerFor(values.reader, stream);
    const ran = values.errors
      ? await runExplained(stream, reader)
      : { ...(await runOf(stream, reader, '--ephemeral')), errors: '' };
    scored.push({ stream, ...ran, counts: countsOf(stream.gold, ran.changes) });
    stream.close();
  }
  const all = figuresOf(sumCounts(scored.map(({ counts }) => counts)));
  const rows = scored.map(({ stream, counts }) => ({ name: stream.name, figures: figuresOf(counts) }));
  process.stdout.write(
    `${figuresTable([...rows, { name: 'all', figures: all }])}\n\n${calibrationTable(scored)}\n`,
  );
  process.stdout.write(`${readingLines(scored, values.reader, (performance.now() - began) / 1000)}\n`);
  if (values.errors)
    for (const { stream, errors } of scored) process.stdout.write(`\n${stream.name}\n${errors}\n`);
  if (values.record && positionals.length === 0) {
    const before = existsSync(RECORDED) ? readFileSync(RECORDED, 'utf8') : 'nothing';
    const rounded = Object.fromEntries(
      Object.entries(all).map(([name, share]) => [name, Math.round(share * 1000) / 1000]),
    );
    writeFileSync(RECORDED, `${JSON.stringify(rounded, null, 2)}\n`);
    process.stdout.write(`\nrecorded, in place of ${before}`);
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
