/** What deployed functions find in their environment. */
export const environmentOf = (table: string) => ({
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  TABLE_NAME: table,
  MAX_FEEDS: '10',
  EVERY_MINUTES: '15',
  KEEP_DAYS: '60',
  ZONE: 'UTC',
  STACK: 'Claimwatch',
  ALARMS_TOPIC_ARN: 'arn:aws:sns:eu-central-1:1:alarms',
  CHANNELS: JSON.stringify([
    {
      name: 'mail',
      isDigest: false,
      type: 'topic',
      topicArn: 'arn:aws:sns:eu-central-1:1:announcements',
    },
  ]),
  BUS_NAME: 'bus',
  // Logs and metrics by the console, where they can be heard.
  POWERTOOLS_DEV: 'true',
  POWERTOOLS_METRICS_DISABLED: 'false',
  POWERTOOLS_SERVICE_NAME: 'claimwatch',
  POWERTOOLS_METRICS_NAMESPACE: 'Claimwatch',
});

/** Keeps this process's environment. @returns puts it back */
export function keepEnvironment(): () => void {
  const before = { ...process.env };
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  };
}
