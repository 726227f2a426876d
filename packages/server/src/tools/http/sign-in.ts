import { secretName, type Auth } from '@ambit/core/tool/declared-tool';
import { secretVariable } from '@ambit/core/tool/secrets-of';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import type { Secrets } from '../tool-secrets.ts';
import type { TokenSource } from './oauth-tokens.ts';

/** What a request gets so that the back end knows who asks. `secrets`: what must not be seen in a trace. */
export type SignIn =
  | {
      readonly kind: 'signed';
      readonly headers: Readonly<Record<string, string>>;
      readonly query: readonly (readonly [string, string])[];
      readonly secrets: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: ToolFailure };

/** Signs a request in. `again`: the last token was refused. */
export async function signIn(
  auth: Auth,
  secrets: Secrets,
  tokens: TokenSource | undefined,
  again: boolean,
  signal: AbortSignal,
): Promise<SignIn> {
  switch (auth.kind) {
    case 'none':
      return { kind: 'signed', headers: {}, query: [], secrets: [] };
    case 'bearer': {
      const read = await openSecrets(secrets, [auth.token]);
      if (read.kind === 'failed') return read;
      const [token = ''] = read.values;
      return withHeader(`Bearer ${token}`, read.values);
    }
    case 'basic': {
      const read = await openSecrets(secrets, [auth.user, auth.password]);
      if (read.kind === 'failed') return read;
      const encoded = Buffer.from(read.values.join(':'), 'utf8').toString('base64');
      return withHeader(`Basic ${encoded}`, [...read.values, encoded]);
    }
    case 'api-key': {
      const read = await openSecrets(secrets, [auth.value]);
      if (read.kind === 'failed') return read;
      const [key = ''] = read.values;
      return auth.in === 'header'
        ? { kind: 'signed', headers: { [auth.name]: key }, query: [], secrets: [key] }
        : { kind: 'signed', headers: {}, query: [[auth.name, key]], secrets: [key, encodeURIComponent(key)] };
    }
    case 'oauth-client-credentials': {
      if (tokens === undefined) throw new Error('A tool that signs in by OAuth was made without tokens');
      const token = await tokens.token(again, signal);
      return token.kind === 'failed' ? token : withHeader(`Bearer ${token.token}`, [token.token]);
    }
  }
}

function withHeader(authorization: string, secrets: readonly string[]): SignIn {
  return { kind: 'signed', headers: { authorization }, query: [], secrets };
}

/** Opens secrets by their references ("secret:name"). */
export async function openSecrets(
  secrets: Secrets,
  references: readonly string[],
): Promise<
  | { readonly kind: 'opened'; readonly values: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: ToolFailure }
> {
  const values: string[] = [];
  for (const reference of references) {
    const name = secretName(reference) ?? reference;
    const value = await secrets(name);
    if (value === undefined) {
      const why = `the secret "${name}" is not set; start the server once with ${secretVariable(name)}`;
      return { kind: 'failed', failure: { kind: 'not-allowed', why } };
    }
    values.push(value);
  }
  return { kind: 'opened', values };
}
