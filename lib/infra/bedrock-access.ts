import { Arn, ArnFormat, Stack, Token, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

const ACTION = 'bedrock:InvokeModel';
/** A profile of AWS's own: where it may go, then the model that it leads to. `eu.amazon.nova-lite-v1:0` */
const PROFILE = /^(?<where>us-gov|global|apac|[a-z]{2})\.(?<model>.+)$/;

/** A model of Amazon Bedrock, or an inference profile with the models that it leads to. */
interface BedrockAccess {
  /** The ARN of what is asked. */
  readonly asked: string;
  /** The ARNs of the models behind a profile; empty without one. */
  readonly leadsTo: readonly string[];
}

/**
 * Lets a function ask one model of Amazon Bedrock, or one inference profile with the models that it leads to, and nothing
 * else: the models behind a profile are reached by that profile alone.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 * @param model a model's or a profile's id, or its ARN
 */
export function grantModel(asker: IFunction, model: string): void {
  const { asked, leadsTo } = accessTo(model, Stack.of(asker));
  asker.addToRolePolicy(new PolicyStatement({ actions: [ACTION], resources: [asked] }));
  if (leadsTo.length === 0) return;
  const conditions = { StringEquals: { 'bedrock:InferenceProfileArn': asked } };
  asker.addToRolePolicy(new PolicyStatement({ actions: [ACTION], resources: [...leadsTo], conditions }));
  if (!asker.role) return;
  const { partition } = Stack.of(asker);
  const named = Token.isUnresolved(partition) ? '<AWS::Partition>' : partition;
  for (const arn of leadsTo.filter((each) => each.includes('*')))
    Validations.of(asker.role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:${named}:${arn.slice(arn.indexOf('bedrock'))}]`,
      reason:
        'The models that one inference profile leads to, in whichever region, and by that profile alone.',
    });
}

function accessTo(model: string, stack: Stack): BedrockAccess {
  const arn = (resource: string, resourceName: string, region: string, account = '') =>
    Arn.format(
      {
        service: 'bedrock',
        resource,
        resourceName,
        region,
        account,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      },
      stack,
    );
  if (/^arn:[\w-]+:bedrock:.*:application-inference-profile\//.test(model))
    return {
      asked: model,
      leadsTo: [arn('foundation-model', '*', '*'), arn('inference-profile', '*', '*', '*')],
    };
  const [, id = model] =
    /^arn:[\w-]+:bedrock:.*:(?:foundation-model|inference-profile)\/(.+)$/.exec(model) ?? [];
  const { where, model: own } = PROFILE.exec(id)?.groups ?? {};
  if (where === undefined || own === undefined)
    return { asked: arn('foundation-model', id, stack.region), leadsTo: [] };
  // A global profile checks the model without a region as well.
  const anywhere = where === 'global' ? [arn('foundation-model', own, '')] : [];
  return {
    asked: model === id ? arn('inference-profile', id, stack.region, stack.account) : model,
    leadsTo: [arn('foundation-model', own, '*'), ...anywhere],
  };
}
