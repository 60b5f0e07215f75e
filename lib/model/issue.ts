import type { BaseIssue } from 'valibot';

/** What a schema expected, in words: its own, or what its library calls the type. */
export function expectedBy(issue: BaseIssue<unknown>): string {
  if (!/^Invalid /.test(issue.message)) return issue.message;
  if (issue.expected === 'never') return 'no such key';
  const named = String(issue.expected ?? 'another value').replace(/^\((.*)\)$/, '$1');
  return issue.kind === 'schema' && issue.received === 'undefined'
    ? `the key ${named}`
    : named.replaceAll(' | ', ' or ');
}
