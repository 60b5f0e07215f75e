import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup whose texts are escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Who looks at a page that can be written to. */
interface Editor {
  readonly name: string;
  /** Goes with every form, so that no other site's form is taken for one of this. */
  readonly token: string;
  /** Keys do nothing before a click or the Tab key: another site led here. */
  readonly keysWait: boolean;
}

/** What every page is written for. */
export interface Site {
  /** The address of a path of the site, as a link on the page that is written: `stories/peace-plan/`. */
  readonly to: (path: string) => string;
  /** In which times are shown, by its IANA name. */
  readonly zone: string;
  readonly now: Date;
  /** Null where nothing can be sent: pages on a disk. */
  readonly editor: Editor | null;
  /** The address of a path of a feed; null where there are none. */
  readonly feed: ((path: string) => string) | null;
  /** Since when things are new to whoever looks; null for the first look. */
  readonly since: Date | null;
}

/** The paths of the site. A path that ends with a slash is a page. */
export const PATHS = {
  index: '',
  style: 'style.css',
  script: 'script.js',
  icon: 'icon.svg',
  story: (slug: string) => `stories/${slug}/`,
  record: (slug: string, id: string) => `stories/${slug}/records/${id}/`,
  correction: (slug: string) => `stories/${slug}/correction/`,
  /** The feed of a claim, a story or all stories. */
  feed: (format: 'atom' | 'json', slug?: string, claim?: string) =>
    `${slug === undefined ? '' : `stories/${slug}/`}${claim === undefined ? '' : `claims/${claim}/`}feed.${format}`,
  /** A story's records as a file. */
  export: (slug: string, format: 'csv' | 'json' | 'md') => `stories/${slug}/changes.${format}`,
  decide: (slug: string, id: string) => `stories/${slug}/records/${id}/decide`,
  /** Marks a story, or all, as seen. */
  seen: (slug?: string) => `${slug === undefined ? '' : `stories/${slug}/`}seen`,
  enter: (secret: string) => `enter/${secret}`,
} as const;
