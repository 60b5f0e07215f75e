import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Records } from '../monitor/ports.ts';
import { tableClient } from './client.ts';
import { dynamoAnswers } from './dynamo-answers.ts';
import { dynamoArticles } from './dynamo-articles.ts';
import { dynamoBatches } from './dynamo-batches.ts';
import { dynamoBudget } from './dynamo-budget.ts';
import { dynamoChanges } from './dynamo-changes.ts';
import { dynamoChannels } from './dynamo-channels.ts';
import { dynamoDeployments } from './dynamo-deployments.ts';
import { dynamoFeeds } from './dynamo-feeds.ts';
import { dynamoHosts } from './dynamo-hosts.ts';
import { dynamoItems } from './dynamo-items.ts';
import { dynamoOperation } from './dynamo-operation.ts';
import { dynamoStories } from './dynamo-stories.ts';
import { dynamoWaiting } from './dynamo-waiting.ts';

/** All that is kept on one DynamoDB table (table.ts says how). */
export function dynamoRecords(dynamo: DynamoDBClient, table: string): Records {
  const client = tableClient(dynamo, table);
  return {
    ...dynamoStories(client),
    ...dynamoFeeds(client),
    ...dynamoArticles(client),
    ...dynamoHosts(client),
    ...dynamoItems(client),
    ...dynamoWaiting(client),
    ...dynamoChanges(client),
    ...dynamoAnswers(client),
    ...dynamoBatches(client),
    ...dynamoBudget(client),
    ...dynamoDeployments(client),
    ...dynamoChannels(client),
    ...dynamoOperation(client),
  };
}
