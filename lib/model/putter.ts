/** Who puts a story by a command, whatever the machine. */
export const BY_COMMAND = 'command';

/** Who puts the stories of a deployment. */
export function byDeployment(stack: string): string {
  return `deployment ${stack}`;
}

/**
 * Who else has a story, so that it is not to be changed; null where nobody does: it is retired, was put by the same one, or,
 * for a deployment, by an older version, which had one deployment a table.
 */
export function ownerOtherThan(
  by: string,
  { putBy, isRetired }: { readonly putBy: string | null; readonly isRetired: boolean },
): string | null {
  return isRetired || putBy === null || putBy === by ? null : putBy;
}
