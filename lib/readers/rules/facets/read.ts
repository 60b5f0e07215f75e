import type { Clause, Facet, Sentence } from '../facet.ts';
import { type ClauseText, splitClauses, toSentence } from './clauses.ts';
import { readEvents } from './event.ts';
import { readFigures } from './figure.ts';
import { readParties } from './party.ts';
import { readPlaces } from './place.ts';
import { readSpeakers } from './speaker.ts';
import { readStances } from './stance.ts';
import { readWhens } from './when.ts';

/** One clause in, its facets of one kind out. `saidAt` is the day of writing, `YYYY-MM-DD`. */
type Detector = (clause: ClauseText, saidAt: string) => Facet[];

/** Every detector, in the order in which their facets are listed. */
const DETECTORS: readonly Detector[] = [
  readEvents,
  readWhens,
  readPlaces,
  readFigures,
  readParties,
  readSpeakers,
  readStances,
];

/** The clauses of a sentence with all their facets. */
export function readClauses(sentence: Sentence, saidAt: string): Clause[] {
  return splitClauses(sentence).map((clause) => ({
    ...clause,
    facets: DETECTORS.flatMap((detect) => detect(clause, saidAt)),
  }));
}

/** The clauses of one sentence's text; `headline` for a title. */
export function readText(text: string, headline: boolean, saidAt: string): Clause[] {
  return readClauses(toSentence(text, headline), saidAt);
}
