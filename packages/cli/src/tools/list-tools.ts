import { secretVariable } from '@ambit/core/tool/secrets-of';
import type { DeclaredTool } from '@ambit/sdk/tool';
import { connectDesk } from '../files/connect-desk.ts';

/** `ambit tools`: the tools that the published business declares. Returns the exit code. */
export async function listTools(json: boolean): Promise<number> {
  const { tools } = await connectDesk().client.tools();
  const shown =
    tools.length === 0
      ? 'The business declares no tools; "ambit tools openapi" and "ambit tools mcp" make some.'
      : tools.map(describe).join('\n');
  process.stdout.write(json ? `${JSON.stringify({ tools }, null, 2)}\n` : `${shown}\n`);
  return 0;
}

function describe({ name, description, kind, effects, inputs, answers, unsetSecrets }: DeclaredTool): string {
  const changes = effects === 'none' ? 'changes nothing' : `effects: ${effects}`;
  return [
    `${name} (${kind}, ${changes})${description === '' ? '' : `: ${description}`}`,
    `    takes ${inputs.length === 0 ? 'nothing' : inputs.join(', ')}; answers ${answers.join(', ')}`,
    ...unsetSecrets.map(
      (secret) =>
        `    ! the secret "${secret}" is not set; start the server once with ${secretVariable(secret)}`,
    ),
  ].join('\n');
}
