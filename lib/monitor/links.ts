/** A secret link that was made for somebody; the secret itself is kept nowhere. */
export interface Link {
  readonly id: string;
  /** Whose word decisions are that come by it. */
  readonly name: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Where links are kept. */
export interface Links {
  link(id: string): Promise<Link | null>;
  links(): Promise<Link[]>;
  saveLink(link: Link): Promise<void>;
  removeLink(id: string): Promise<void>;
}
