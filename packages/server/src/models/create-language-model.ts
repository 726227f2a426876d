import type { LanguageModel } from '../ports/language-model.ts';
import { createAlibabaApp } from './alibaba-app.ts';
import type { ModelConfig } from './model-config.ts';
import { createModelChain } from './model-chain.ts';
import { createSdkModel } from './sdk-model.ts';

/** The configured models behind one another, in the order given. */
export function createLanguageModel(configs: readonly ModelConfig[], random: () => number): LanguageModel {
  return createModelChain(
    configs.map((config) => ({
      model: config.provider === 'alibaba-app' ? createAlibabaApp(config) : createSdkModel(config),
      timeoutMs: config.timeoutMs,
      retries: config.retries,
      price: config.price,
    })),
    random,
  );
}
