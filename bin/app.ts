import { fileURLToPath } from 'node:url';
import { App, CfnOutput, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { MonitorStack } from '../lib/infra/monitor-stack.ts';
import { readSettings, readStackName } from '../lib/infra/settings.ts';
import { readStage } from '../lib/infra/stage.ts';
import { InputError } from '../lib/model/input-error.ts';

const app = new App();
try {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const { node } = app;
  const stage = readStage(node.tryGetContext('stage'), node.tryGetContext('claimwatch'), folder);
  const settings = readSettings(stage.settings, folder, stage.file);
  const name = readStackName(node.tryGetContext('stackName'), stage.name);
  const stack = new MonitorStack(app, name, {
    settings,
    stage: stage.name,
    env: { account: stage.account, region: stage.region },
    description: 'claimwatch: watches the news for what overtakes a published article',
  });
  const commit: unknown = node.tryGetContext('commit');
  if (commit) new CfnOutput(stack, 'Commit', { value: String(commit), description: 'What was deployed' });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
