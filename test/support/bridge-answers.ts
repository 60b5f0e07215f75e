import { UNMEASURED } from '../../lib/readers/measured.ts';
import { type RecordedLine, recordedReader } from '../../lib/readers/recorded.ts';
import { BRIDGE_COVERAGE } from './story.ts';

/** What a model that reads well says of the bridge story's coverage: `claim kind value`, with `?` where it is not sure; its quote is the headline. */
const SAID: Readonly<Record<string, string>> = {
  a: 'brandt-visit scheduled 2026-03-05',
  b: 'brandt-visit scheduled 2026-03-05',
  c: 'storm-toll revised 9',
  d: 'storm-toll revised 9',
  e: 'ferry-talks rescheduled 2026-03-12',
  f: 'operator-silent responded spoke?',
  g: 'brandt-visit occurred 2026-03-05',
  h: 'bridge-reopening rescheduled 2026-03-20',
  i: '',
};

/** @param said of more items: their titles, and as above */
export function bridgeAnswers(
  said: readonly (readonly [guid: string, title: string, word: string])[] = [],
): RecordedLine[] {
  const own = BRIDGE_COVERAGE.flatMap(({ guid, title }) => {
    const word = SAID[guid];
    return word === undefined ? [] : [[guid, title, word] as const];
  });
  return [...own, ...said].map(([guid, title, word]) => ({
    item: guid,
    changes: wordOf(word, title),
    new: [],
  }));
}

function wordOf(word: string, quote: string): RecordedLine['changes'] {
  const [, claim, kind, value, doubt] = /^(\S+) (\S+) (\S+?)(\?)?$/.exec(word) ?? [];
  if (claim === undefined || value === undefined) return [];
  return [
    { claim, kind: kind as RecordedLine['changes'][number]['kind'], value, quote, sure: doubt !== '?' },
  ];
}

/** A reader of the bridge story by these answers. */
export const bridgeReader = (...said: Parameters<typeof bridgeAnswers>) =>
  recordedReader(bridgeAnswers(...said), () => UNMEASURED);
