/** Who puts a story by a command, whatever the machine. */
export const BY_COMMAND = 'command';

/** Who puts the stories of a deployment. */
export function byDeployment(stack: string): string {
  return `deployment ${stack}`;
}

/** The deployment that put a story; null where another did. */
export function deploymentOf(putBy: string | null): string | null {
  return /^deployment (.+)$/.exec(putBy ?? '')?.[1] ?? null;
}
