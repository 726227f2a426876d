import type { Models } from '@ambit/core/model/models';
import type { ModelKeys } from '../models/connect-models.ts';
import type { Secrets } from '../tools/tool-secrets.ts';

/** Keys of models: `env:NAME` from what the environment holds, `secret:name` from the sealed secrets. */
export function createModelKeys(environment: ReadonlyMap<string, string>, secrets: Secrets): ModelKeys {
  return async (reference) => {
    const [kind, name = ''] = reference.split(':', 2);
    return kind === 'env' ? environment.get(name) : secrets(name);
  };
}

/** Variables that a business's models name and the environment does not have. */
export function unsetVariables(
  models: Models | undefined,
  environment: ReadonlyMap<string, string>,
): readonly string[] {
  return (models?.providers ?? []).flatMap(({ key }) => {
    const [kind, name = ''] = (key ?? '').split(':', 2);
    return kind === 'env' && !environment.has(name) ? [name] : [];
  });
}
