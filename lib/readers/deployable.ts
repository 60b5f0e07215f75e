import type { Baseline } from '../model/baseline.ts';
import type { Deployment } from '../model/deployment.ts';
import { isHosted, parseReaderName, readerNameOf, strangeReader } from './named.ts';

/** Why a deployment could not watch a story, each fault with what was found and what was expected: its rights, its prices and its channels are those that it was deployed with. */
export function deployableFaults(
  baseline: Baseline,
  { stack, settings, readers, channels }: Deployment,
): string[] {
  const strange = strangeReader(baseline, settings);
  return [
    ...(strange === null ? unreadable(baseline, { stack, settings, readers }) : [strange]),
    ...(baseline.notify ?? [])
      .filter(({ channel }) => !channels.some(({ name }) => name === channel))
      .map(
        ({ channel }) =>
          `the story "${baseline.story}": notify: found "${channel}", expected one of ${channels.map(({ name }) => name).join(', ')}`,
      ),
  ];
}

function unreadable(
  baseline: Baseline,
  { stack, settings, readers }: Pick<Deployment, 'stack' | 'settings' | 'readers'>,
): string[] {
  const name = readerNameOf(baseline, settings);
  const named = parseReaderName(name);
  if ('fault' in named || !isHosted(named) || readers.includes(name)) return [];
  const expected =
    readers.length > 0 ? `one that the deployment ${stack} reads by (${readers.join(', ')})` : 'rules';
  return [
    `the story "${baseline.story}": reader: found ${name}, expected ${expected}: deploy it with that reader first`,
  ];
}
