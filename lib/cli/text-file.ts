import { readFile, stat } from 'node:fs/promises';

/** The text of a file. @throws with the code EINVAL for a pipe or a device, which might never end, and as readFile does */
export async function readTextFile(file: string): Promise<string> {
  const found = await stat(file);
  if (!found.isFile() && !found.isDirectory())
    throw Object.assign(new Error(`${file} is neither a file nor a folder`), { code: 'EINVAL' });
  return readFile(file, 'utf8');
}
