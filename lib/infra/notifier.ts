import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ChannelSettings } from '../model/channels.ts';
import { type DeployedChannel, isPosted } from '../model/deployed-channel.ts';
import { Deliveries } from './deliveries.ts';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';
import { ScheduledInvoke } from './scheduled-invoke.ts';

interface NotifierProps {
  readonly table: RecordsTable;
  /** Who is told at once by plain e-mail: the channel `mail`. */
  readonly emails: readonly string[];
  readonly channels: Readonly<Record<string, ChannelSettings>>;
  /** In which times are shown, and digests sent. */
  readonly zone: string;
  /** The address of the pages; null where there are none. */
  readonly pagesUrl: string | null;
  readonly logRetention: RetentionDays;
  readonly metrics: boolean;
  /** Where stream batches and sweeps that fail end, and e-mails that cannot be delivered. */
  readonly failures: Queue;
}

/**
 * Tells people (by their channels) and machines (a bus) of each record and of each claim that stands otherwise than before:
 * at once when a record is written, by a digest at its times, and once a day for what only time has changed or what could
 * not be delivered.
 */
export class Notifier extends Construct {
  readonly notify: NodeFunction;
  /** Of the setting `emails`. */
  readonly topic: Topic;
  readonly bus: EventBus;
  /** Null where no channel is outside AWS. */
  readonly deliveries: Deliveries | null;

  constructor(scope: Construct, id: string, props: NotifierProps) {
    super(scope, id);
    const { table, emails, channels, zone, pagesUrl, logRetention, metrics, failures } = props;
    this.topic = this.#topicFor('Announcements', emails, failures);
    this.bus = new EventBus(this, 'Bus', {});
    const deployed: DeployedChannel[] = [
      { name: 'mail', isDigest: false, type: 'topic', topicArn: this.topic.topicArn },
      ...Object.entries(channels).map(([name, settings]) => this.#deployedChannel(name, settings, failures)),
    ];
    const posted = deployed.filter(isPosted);
    this.deliveries =
      posted.length > 0 ? new Deliveries(this, 'Outside', { table, channels: posted, logRetention }) : null;

    this.notify = new NodeFunction(this, 'Notify', {
      entry: 'notify',
      metrics,
      description: 'claimwatch: announces what is new',
      timeout: Duration.minutes(2),
      environment: {
        TABLE_NAME: table.tableName,
        CHANNELS: Stack.of(this).toJsonString(deployed),
        BUS_NAME: this.bus.eventBusName,
        STACK: Stack.of(this).stackName,
        ZONE: zone,
        ...(pagesUrl && { PAGES_URL: pagesUrl }),
        ...(this.deliveries && { DELIVERIES_URL: this.deliveries.queue.queueUrl }),
      },
      logRetention,
      failuresGo: 'Stream batches and sweeps that fail go to the failure queue as on-failure destination.',
    });
    table.grantItems(this.notify, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    table.grantWrites(this.notify, ['UpdateItem'], { rows: ['NOTICE#*'] });
    this.bus.grantPutEventsTo(this.notify);
    this.deliveries?.queue.grant(this.notify, 'sqs:SendMessage');
    for (const channel of this.#topics) channel.grantPublish(this.notify);
    for (const channel of deployed) if (channel.type === 'sender') this.#maySendFrom(channel.from);
    this.notify.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // A story is looked at as a whole: reports that come together are announced together.
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(30),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('CHANGE#') } } },
          }),
        ],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(failures),
      }),
    );

    // A policy of its own: one that the function waits for could not name it.
    new Policy(this, 'AskAgain', {
      roles: this.notify.role ? [this.notify.role] : [],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.notify.functionArn] }),
      ],
    });
    this.notify.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(failures) });
    new ScheduledInvoke(this, 'Daily', {
      description: 'claimwatch: the daily sweep for what was not announced',
      expression: 'cron(17 5 * * ? *)',
      window: Duration.minutes(20),
      target: this.notify,
      failures,
      maxAge: Duration.hours(6),
    });
    for (const [name, settings] of Object.entries(channels))
      for (const time of ('digest' in settings && settings.digest) || [])
        this.#digestAt(name, time, zone, failures);
  }

  readonly #topics: Topic[] = [];

  #topicFor(id: string, emails: readonly string[], failures: Queue): Topic {
    const topic = new Topic(this, id, { enforceSSL: true });
    for (const email of emails)
      topic.addSubscription(new EmailSubscription(email, { deadLetterQueue: failures }));
    this.#topics.push(topic);
    return topic;
  }

  #deployedChannel(name: string, settings: ChannelSettings, failures: Queue): DeployedChannel {
    const { kinds, certainty } = settings;
    const isDigest = 'digest' in settings && settings.digest !== undefined;
    const base = { name, isDigest, ...(kinds && { kinds }), ...(certainty && { certainty }) };
    switch (settings.type) {
      case 'email': {
        const { from, to } = settings;
        if (from) return { ...base, type: 'sender', from, to };
        return { ...base, type: 'topic', topicArn: this.#topicFor(`Topic-${name}`, to, failures).topicArn };
      }
      case 'slack':
      case 'teams':
        return { ...base, type: settings.type, urlParameter: settings.urlParameter };
      case 'webhook':
        return { ...base, type: 'webhook', url: settings.url, secretParameter: settings.secretParameter };
      default:
        return settings satisfies never;
    }
  }

  /** An address is verified by itself or by its domain: either identity may send, and from this address alone. */
  #maySendFrom(from: string): void {
    const identities = [from, from.slice(from.indexOf('@') + 1)];
    this.notify.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: identities.map((resourceName) =>
          Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
        ),
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
    );
  }

  #digestAt(name: string, time: string, zone: string, failures: Queue): void {
    const [hour, minute] = time.split(':').map(Number);
    new ScheduledInvoke(this, `Digest-${name}-${time.replace(':', '')}`, {
      description: `claimwatch: the digest ${name} at ${time}`,
      expression: `cron(${minute} ${hour} * * ? *)`,
      zone,
      window: Duration.minutes(1),
      target: this.notify,
      input: { digest: name },
      failures,
      maxAge: Duration.hours(6),
    });
  }
}
