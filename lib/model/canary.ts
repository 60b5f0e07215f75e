/** The slug of the story by which a deployment tries itself. It is there for a minute an hour; nobody is told of it, and no list shows it. */
export const CANARY = 'claimwatch-canary';
