import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, type Environment, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { MonitorStack } from '../../lib/infra/monitor-stack.ts';
import { readSettings } from '../../lib/infra/settings.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const { context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'));

export interface Deployment {
  readonly app: App;
  readonly stack: MonitorStack;
  readonly template: Template;
  /** The module that is deployed as the function with this part in its logical id. */
  bundle(function_: string): string;
}

/**
 * What `cdk deploy` would send off, with these settings in cdk.json. Bundles once a process, then from the cache.
 * @throws where a security check fails, as `cdk synth` does
 */
export function deploymentOf(
  settings: object = {},
  { bundling = false, env }: { readonly bundling?: boolean; readonly env?: Environment } = {},
): Deployment {
  const app = new App({
    context: { ...context, ...(bundling ? {} : { 'aws:cdk:bundling-stacks': [] }) },
  });
  const stack = new MonitorStack(app, 'Claimwatch', {
    settings: readSettings(settings, ROOT),
    ...(env && { env }),
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const template = Template.fromStack(stack);
  return {
    app,
    stack,
    template,
    bundle: (function_) => {
      const [found] = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([id]) =>
        id.includes(function_),
      );
      if (!found) throw new Error(`There is no function ${function_} in the template`);
      const hash = String(found[1]['Properties'].Code.S3Key).replace('.zip', '');
      return join(app.outdir, `asset.${hash}`, 'index.mjs');
    },
  };
}

const bundled = new Map<string, Deployment>();

/** The same with its modules, made once a process for each settings. */
export function bundledDeployment(settings: object): Deployment {
  const key = JSON.stringify(settings);
  const made = bundled.get(key) ?? deploymentOf(settings, { bundling: true });
  bundled.set(key, made);
  return made;
}
