/**
 * List prices of AWS in us-east-1, in US dollars, as publicly reported for mid-2025 to February 2026; other regions
 * cost up to a quarter more. `free` is what every account has each month for good.
 */
export const PRICES_OF = 'us-east-1, 2025-07 to 2026-02';

export interface Price {
  readonly what: string;
  readonly dollars: number;
  readonly per: number;
  readonly free: number;
}

export const PRICES = {
  dynamoRead: { what: 'DynamoDB read units', dollars: 0.125, per: 1e6, free: 0 },
  dynamoWrite: { what: 'DynamoDB write units', dollars: 0.625, per: 1e6, free: 0 },
  dynamoStorage: { what: 'DynamoDB storage, GB', dollars: 0.25, per: 1, free: 25 },
  dynamoBackup: { what: 'DynamoDB recovery, GB', dollars: 0.2, per: 1, free: 0 },
  lambdaRequests: { what: 'Lambda invocations', dollars: 0.2, per: 1e6, free: 1e6 },
  lambdaTime: { what: 'Lambda GB-seconds, arm64', dollars: 13.3334, per: 1e6, free: 4e5 },
  sqs: { what: 'SQS requests', dollars: 0.4, per: 1e6, free: 1e6 },
  sns: { what: 'SNS publishes', dollars: 0.5, per: 1e6, free: 1e6 },
  snsMail: { what: 'SNS e-mails', dollars: 2, per: 1e5, free: 1000 },
  events: { what: 'EventBridge events', dollars: 1, per: 1e6, free: 0 },
  schedules: { what: 'Scheduler starts', dollars: 1, per: 1e6, free: 14e6 },
  logs: { what: 'CloudWatch logs, GB', dollars: 0.53, per: 1, free: 5 },
  metrics: { what: 'CloudWatch own metrics', dollars: 0.3, per: 1, free: 10 },
  alarms: { what: 'CloudWatch alarms', dollars: 0.1, per: 1, free: 10 },
  dashboards: { what: 'CloudWatch dashboards', dollars: 3, per: 1, free: 3 },
  traces: { what: 'X-Ray traces', dollars: 5, per: 1e6, free: 1e5 },
} as const satisfies Record<string, Price>;
