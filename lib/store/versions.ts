import { InputError } from '../model/input-error.ts';

/** The attribute of each row that holds the version of its form; version 0.1.0 left most rows without. */
export const VERSION = 'version';

/** The form of each kind of row that this version writes. One of an older form is brought up when it is read. */
export const VERSIONS = {
  story: 2,
  state: 3,
  memory: 1,
  article: 1,
  host: 1,
  item: 2,
  change: 2,
  superseded: 1,
  answer: 1,
  batch: 1,
  budget: 1,
  notice: 2,
  link: 1,
  deployment: 1,
  channel: 1,
  operation: 1,
  failure: 1,
} as const;
export type RowKind = keyof typeof VERSIONS;

/** @throws InputError for a row of a form that only a newer version knows: nothing is written over it */
export function refuseNewer(kind: RowKind, row: { readonly version?: number } | undefined): void {
  const version = row?.version ?? 1;
  if (version > VERSIONS[kind]) throw newer(kind, version);
}

/** @param version of the row that was found, where it is known */
export function newer(kind: RowKind, version?: number): InputError {
  return new InputError(
    `The table holds a ${kind} that a newer claimwatch wrote (${version ? `form ${version}` : 'another form'}, this one knows up to ${VERSIONS[kind]}): upgrade this claimwatch, or wait until a deployment under way has ended; nothing was written over it.`,
  );
}

/** A condition on writing a row: there is none yet, or one of this form or an older one. */
export const NOT_NEWER = 'attribute_not_exists(#version) OR #version <= :version';
