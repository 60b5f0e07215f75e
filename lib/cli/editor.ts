import { userInfo } from 'node:os';
import { EDITOR_LENGTH } from '../model/limits.ts';
import type { Settings } from './settings-file.ts';

/** Who decides: by the option, else by the setting, else the system's user. */
export function editorOf(option: string | undefined, { editor }: Pick<Settings, 'editor'>): string {
  return option ?? editor ?? systemUser();
}

function systemUser(): string {
  try {
    return userInfo().username.slice(0, EDITOR_LENGTH);
  } catch {
    // A container may run as a user that its system does not know.
    return 'somebody';
  }
}
