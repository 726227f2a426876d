import { businessLikeness } from './business-likeness.ts';
import type { Meaning } from './encoder/meaning.ts';
import { compareText, fitText, generality, type Fit, type LanguageModel } from './language-model.ts';

/** What models say of the texts of one message, which are looked at from several sides: each thing is worked out once. */
export type MessageReader = {
  /** How a text fits the tasks: by its words and letters, and by its meaning if that is given. */
  readonly fit: (model: LanguageModel, text: string, meaning: Meaning | undefined) => Fit;
  /** How much it reads like what people write to businesses, as log odds. */
  readonly likeness: (model: LanguageModel, text: string) => number | undefined;
  /** How much it is like what people ask a general assistant: a cosine. */
  readonly generality: (model: LanguageModel, text: string) => number;
};

export function createMessageReader(): MessageReader {
  const cosines = once(compareText);
  const lexicalFit = once((model, text) => fitText(model, text, undefined, cosines(model, text)));
  return {
    fit: (model, text, meaning) =>
      meaning === undefined ? lexicalFit(model, text) : fitText(model, text, meaning, cosines(model, text)),
    likeness: once((model, text) => businessLikeness(model.language, text, model.ownWords)),
    generality: once(generality),
  };
}

function once<Value>(
  workOut: (model: LanguageModel, text: string) => Value,
): (model: LanguageModel, text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (model, text) => {
    const key = `${model.language} ${text}`;
    const ready = known.get(key) ?? { value: workOut(model, text) };
    known.set(key, ready);
    return ready.value;
  };
}
