import { readConfig } from './config.ts';
import { startSimulator } from './simulator.ts';

const config = readConfig(process.env);
if (config.kind === 'invalid') {
  for (const problem of config.problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}
const { options } = config;

const log = (event: string, fields: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
};

try {
  const simulator = await startSimulator({ ...options, log });
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.connected) process.once('disconnect', stop);
  log('simulator.listening', { url: simulator.url });
} catch (error) {
  process.stderr.write(`${problemOf(error)}\n`);
  process.exit(1);
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `${options.host}:${options.port}`;
  if (code === 'EADDRINUSE')
    return `Port ${options.port} is in use (${where}). Set AMBIT_SIM_PORT to another port, or stop what listens there.`;
  if (code === 'EACCES')
    return `Port ${options.port} needs more rights. Set AMBIT_SIM_PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `AMBIT_SIM_HOST is ${options.host}, which is not an address of this machine.`;
  return `The simulator cannot start: ${error instanceof Error ? error.message : String(error)}`;
}
