import { modelName, type ModelProvider, type Models } from '@ambit/core/model/models';
import type { LanguageModel, ModelOutcome } from '../ports/language-model.ts';
import type { ModelConfig } from './model-config.ts';

/** The key of a provider by the reference in its file; undefined for one that is not there. */
export type ModelKeys = (reference: string) => Promise<string | undefined>;

/**
 * The models of a business behind one another. Keys are looked up for each call, so that a changed one
 * counts at once; a provider whose key is missing is passed over. The SDK is loaded with the first call.
 */
export function connectModels(models: Models, keys: ModelKeys, random: () => number): LanguageModel {
  const chains = new Map<string, LanguageModel>();

  async function chain(): Promise<LanguageModel | string> {
    const configs = await Promise.all(models.providers.map((provider) => configOf(provider, keys)));
    const ready = configs.filter((config) => typeof config !== 'string');
    if (ready.length === 0) return configs.filter((config) => typeof config === 'string').join('; ');
    const name = JSON.stringify(ready.map(({ apiKey }) => apiKey));
    const known = chains.get(name);
    if (known !== undefined) return known;
    // Who uses no model does not load what speaks to them.
    const { createLanguageModel } = await import('./create-language-model.ts');
    const made = createLanguageModel(ready, random);
    chains.clear();
    chains.set(name, made);
    return made;
  }

  return {
    async answer(request, signal) {
      const ready = await chain();
      return typeof ready === 'string' ? unreachable(ready) : ready.answer(request, signal);
    },
    async fill(request, shape, signal) {
      const ready = await chain();
      return typeof ready === 'string' ? unreachable(ready) : ready.fill(request, shape, signal);
    },
  };
}

function unreachable<T>(why: string): ModelOutcome<T> {
  return { kind: 'failed', why, usage: { inputTokens: 0, outputTokens: 0 }, cost: 0 };
}

/** What a provider is spoken to with, or why it cannot be. */
async function configOf(provider: ModelProvider, keys: ModelKeys): Promise<ModelConfig | string> {
  const { timeoutMs, retries, price } = provider;
  const apiKey = provider.key === undefined ? '' : await keys(provider.key);
  if (apiKey === undefined) return `${modelName(provider)}: nobody has set ${provider.key ?? 'its key'}`;
  const common = { apiKey, timeoutMs, retries, price };
  switch (provider.kind) {
    case 'openai-compatible': {
      const { kind, model, baseUrl, structuredOutputs } = provider;
      return { ...common, provider: kind, model, baseUrl, structuredOutputs };
    }
    case 'alibaba-app':
      return { ...common, provider: provider.kind, model: provider.app, baseUrl: provider.baseUrl };
    case 'openai':
    case 'anthropic':
    case 'google':
    case 'alibaba': {
      const { kind, model, baseUrl } = provider;
      return { ...common, provider: kind, model, ...(baseUrl === undefined ? {} : { baseUrl }) };
    }
  }
}
