import type { Screen } from '../view/layout.ts';
import type { Settings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';

/** Where results are shown: times in the zone of the option, else of the settings, else of the system. */
export function screenOf(
  { width, colors }: Terminal,
  { zone: option }: { readonly zone?: string | undefined },
  { zone }: Pick<Settings, 'zone'>,
): Screen {
  // Where the system's is unreadable there is none.
  const system: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { width, paint: colors, zone: option ?? zone ?? system ?? 'UTC' };
}
