import { FetchFailure } from './fetch-failure.ts';

/** @throws FetchFailure for what is no http URL */
export function readUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new FetchFailure('broken', `"${text}" is no address that can be read`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchFailure('forbidden', `${url.href} is not read: expected http or https`);
  if (url.username || url.password)
    throw new FetchFailure('forbidden', `${url.host} is not read with a name and password in its address`);
  return url;
}
