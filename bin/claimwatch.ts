// The SDK's advice on Node's version is for this project's keepers, not for those who run a command.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const { main } = await import('../lib/cli/main.ts');
const { processTerminal } = await import('../lib/cli/terminal.ts');

const { tableTrouble } = await import('../lib/cli/table.ts');

process.on('uncaughtException', (error) => {
  process.stderr.write(`${tableTrouble(error) ?? error.stack}\n`);
  process.exit(1);
});
const code = await main(process.argv.slice(2), processTerminal());
// What could not be written has set it already.
process.exitCode ||= code;
