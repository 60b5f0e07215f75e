import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  --errors   every miss and false record with its text and the question at which it went wrong
  --record   keep the pooled figures of test/cases in test/score/recorded.json, below which the tests fail`;

const RECORDED = 'test/score/recorded.json';

async function runOf(
  { name, baselineFile, feeds }: Stream,
  reader: string,
): Promise<Omit<ScoredRun, 'stream'>> {
  const recorded = /^answers:(.*)$/.exec(reader)?.[1];
  const { out, err } = await claimwatch([
    'run',
    '--baseline',
    baselineFile,
    '--feeds',
    feeds,
    '--ephemeral',
    '--json',
    '--reader',
    recorded === undefined ? reader : `answers:${join(recorded, `${name}.jsonl`)}`,
  ]);
  if (err !== '') process.stderr.write(`${err}\n`);
  if (out === '') throw new Error(`the run of ${name} ended without a result: see above`);
  const { changes, run } = JSON.parse(out);
  return { changes, spent: run.spent, unread: run.unread.length };
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
    const stream = await openStream(folder);
    const { changes, spent, unread } = await runOf(stream, values.reader);
    scored.push({ stream, changes, spent, unread, counts: countsOf(stream.gold, changes) });
    stream.close();
  }
  const all = figuresOf(sumCounts(scored.map(({ counts }) => counts)));
  const rows = scored.map(({ stream, counts }) => ({ name: stream.name, figures: figuresOf(counts) }));
  process.stdout.write(
    `${figuresTable([...rows, { name: 'all', figures: all }])}\n\n${calibrationTable(scored)}\n`,
  );
  process.stdout.write(`${readingLines(scored, values.reader, (performance.now() - began) / 1000)}\n`);
  if (values.errors)
    for (const { stream, changes } of scored)
      process.stdout.write(`\n${stream.name}\n${errorsOf(stream, changes)}\n`);
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
