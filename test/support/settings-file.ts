import { mkdir, writeFile } from 'node:fs/promises';

/** The settings of the folder that a test runs in. */
export async function settings(text: string): Promise<void> {
  await mkdir('.claimwatch', { recursive: true });
  await writeFile('.claimwatch/settings.yaml', text);
}
