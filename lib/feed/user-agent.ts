import packageJson from '../../package.json' with { type: 'json' };

/** How the reader names itself to servers. @param contact a URL or e-mail address where its operator is found */
export function userAgent(contact?: string): string {
  const about = contact ? `news-update monitor; +${contact}` : 'news-update monitor';
  return `${packageJson.name}/${packageJson.version} (${about})`;
}
