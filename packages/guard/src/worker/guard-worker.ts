import type { Verdict } from '@ambit/core/scope/verdict';
import { parentPort, workerData } from 'node:worker_threads';
import { createEncodedGuard, encodeDefinition } from '../create-encoded-guard.ts';
import { createGuard, type JudgeContext } from '../create-guard.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { EncoderChoice, loadEncoder } from '../encoder/load-encoder.ts';
import type { GuardDefinition } from '../guard-definition.ts';
import { spokenLanguages } from '../model-languages.ts';
import type { Asked, FromWorker, ToWorker } from './messages.ts';

/** A worker thread that fits guards and judges texts; until an encoder is ready, by words and letters alone. */
type Judge = (text: string, context: JudgeContext) => Verdict | Promise<Verdict>;

const judges = new Map<number, Judge>();
const encoder: Promise<Encoder | undefined> = loadEncoder(EncoderChoice.parse(workerData)).catch(
  (error: unknown) => {
    process.emitWarning(`The guard judges by words and letters alone: ${String(error)}`);
    return undefined;
  },
);

const port = parentPort;
if (port === null) throw new Error('guard-worker.ts runs in a worker thread');
port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'fit':
      judges.set(message.guard, createGuard(message.definition).judge);
      fitLanguages(message.guard, spokenLanguages(message.definition));
      void fitMeaning(message.guard, message.definition);
      return;
    case 'forget':
      judges.delete(message.guard);
      return;
    case 'judge':
      void answer(message.asked);
  }
});

/** Fits one language at a time before it is needed, so that what is asked meanwhile waits for one at most. */
function fitLanguages(guard: number, languages: readonly string[]): void {
  const [language, ...rest] = languages;
  const judge = judges.get(guard);
  if (language === undefined || judge === undefined) return;
  setImmediate(() => {
    void judge('?', { language });
    fitLanguages(guard, rest);
  });
}

async function fitMeaning(guard: number, definition: GuardDefinition): Promise<void> {
  try {
    const loaded = await encoder;
    if (loaded === undefined) return;
    const vectors = await encodeDefinition(definition, loaded);
    if (judges.has(guard)) judges.set(guard, createEncodedGuard(definition, loaded, vectors).judge);
  } catch (error) {
    process.emitWarning(`The guard goes on by words and letters alone: ${String(error)}`);
  }
}

async function answer(asked: readonly Asked[]): Promise<void> {
  const answers: FromWorker['answers'] = [];
  for (const { question, guard, text, language } of asked) {
    try {
      const judge = judges.get(guard);
      if (judge === undefined) throw new Error(`No guard has the number ${guard}`);
      answers.push({ question, verdict: await judge(text, language === undefined ? {} : { language }) });
    } catch (error) {
      answers.push({ question, failure: String(error) });
    }
  }
  const reply: FromWorker = { answers };
  port?.postMessage(reply);
}
