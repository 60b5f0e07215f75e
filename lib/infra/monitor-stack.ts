import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { Canary } from './canary.ts';
import { FailureQueue } from './failure-queue.ts';
import { ItemReader } from './item-reader.ts';
import { Notifier } from './notifier.ts';
import { Operations } from './operations.ts';
import { Page } from './page.ts';
import { Poller } from './poller.ts';
import { RecordsTable } from './records-table.ts';
import type { Settings } from './settings.ts';
import { StoryLoader } from './story-loader.ts';

interface MonitorStackProps extends StackProps {
  readonly settings: Settings;
  /** The stage that it is of; null for none. */
  readonly stage?: string | null;
}

/** The whole monitor: one table, and around it what loads the stories, reads the feeds, announces and watches. */
export class MonitorStack extends Stack {
  constructor(scope: Construct, id: string, { settings, stage = null, ...props }: MonitorStackProps) {
    const tags = { App: 'claimwatch', Stack: id, ...(stage !== null && { Stage: stage }) };
    // What is to be kept is not deleted by a slip either.
    super(scope, id, { terminationProtection: settings.onRemoval === 'retain', tags, ...props });
    for (const [name, value] of Object.entries(tags)) Tags.of(this).add(name, value);
    const { everyMinutes, concurrency, maxFeeds, contact, keepDays, stories, emails, onRemoval } = settings;
    const { alarmEmail, metrics } = settings;
    // Its days are those of the enum, checked with the settings.
    const logRetention = settings.logDays as RetentionDays;
    const table = new RecordsTable(this, 'Records', { onRemoval });
    const failures = new FailureQueue(this, 'Failures');
    const operations = new Operations(this, 'Operations', { alarmEmail, failures });
    new StoryLoader(this, 'StoryLoader', {
      table,
      stories,
      readers: settings.readers,
      channels: [
        { name: 'mail' },
        ...Object.entries(settings.channels).map(([name, { kinds, certainty }]) => ({
          name,
          kinds,
          certainty,
        })),
      ],
      logRetention,
    });
    const readerSettings = JSON.stringify(settings.readers.told);
    const reader = settings.readers.isHosted
      ? new ItemReader(this, 'ItemReader', {
          table,
          readerSettings,
          bedrockModels: settings.readers.bedrockModels,
          keyParameter: settings.keyParameter,
          logRetention,
          metrics,
        })
      : null;
    const poller = new Poller(this, 'Poller', {
      table,
      everyMinutes,
      concurrency,
      maxFeeds,
      contact,
      keepDays,
      readerSettings,
      reads: reader?.reads ?? null,
      logRetention,
      failures,
      alarms: operations.alarms,
      zone: settings.zone,
      postedChannels: Object.keys(settings.channels).filter(
        (name) => settings.channels[name]?.type !== 'email',
      ),
      metrics,
    });
    const page = settings.page
      ? new Page(this, 'Page', {
          table,
          zone: settings.zone,
          concurrency: settings.pageConcurrency,
          logRetention,
        })
      : null;
    const notifier = new Notifier(this, 'Notifier', {
      table,
      emails,
      channels: settings.channels,
      zone: settings.zone,
      pagesUrl: page?.url.url ?? null,
      logRetention,
      metrics,
      failures,
    });
    const { deliveries } = notifier;
    const canary = settings.canary ? new Canary(this, 'Canary', { table, logRetention, failures }) : null;
    operations.watch(
      {
        everyMinutes,
        dispatch: poller.dispatch,
        checks: poller.checks,
        functions: {
          Dispatch: poller.dispatch,
          AskForStories: poller.askForStories,
          CheckFeeds: poller.checkFeeds,
          Notify: notifier.notify,
          ...(reader && { ReadItems: reader.readItems }),
          ...(page && { Page: page.serve }),
          ...(deliveries && { Deliver: deliveries.deliver }),
          ...(canary && { Canary: canary.sing }),
        },
        streamReaders: { AskForStories: poller.askForStories, Notify: notifier.notify },
        failureQueues: {
          Failures: failures,
          FailedChecks: poller.failedChecks,
          ...(reader && { FailedReads: reader.failedReads }),
          ...(deliveries && { FailedDeliveries: deliveries.failed }),
        },
        readsByModel: reader !== null,
        hasPage: page !== null,
        hasCanary: canary !== null,
      },
      settings,
    );

    if (page) {
      new CfnOutput(this, 'PageUrl', {
        value: page.url.url,
        description: 'Make links to it with claimwatch page link --for NAME',
      });
      new CfnOutput(this, 'PageKey', {
        value: page.keyParameter,
        description: 'The SSM parameter with the key that signs links',
      });
    }
    new CfnOutput(this, 'TableName', { value: table.tableName, description: 'For claimwatch --table' });
    new CfnOutput(this, 'TopicArn', {
      value: notifier.topic.topicArn,
      description: 'Announcements for people',
    });
    new CfnOutput(this, 'BusName', {
      value: notifier.bus.eventBusName,
      description: 'Announcements for machines',
    });
    new CfnOutput(this, 'DispatchName', {
      value: poller.dispatch.functionName,
      description: 'Invoke it with {"all":true} for a check now',
    });
  }
}
