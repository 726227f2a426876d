import type { Verdict } from '@ambit/core/scope/verdict';
import { Worker } from 'node:worker_threads';
import type { JudgeContext } from '../create-guard.ts';
import type { GuardDefinition } from '../guard-definition.ts';
import type { EncoderChoice } from '../encoder/load-encoder.ts';
import { FromWorker, type Asked, type ToWorker } from './messages.ts';

/** Guards that are fitted and asked in worker threads, so that the event loop never waits for them. */
export type GuardPool = {
  /** A guard for a definition; it can be asked at once. */
  guard(definition: GuardDefinition): PooledGuard;
  /** Ends the threads; what was asked and not answered rejects. */
  close(): Promise<void>;
};

export type PooledGuard = {
  judge(text: string, context: JudgeContext): Promise<Verdict>;
  /** Frees what was fitted; it is not asked again. */
  forget(): void;
};

type Waiting = { readonly settle: (verdict: Verdict) => void; readonly fail: (error: Error) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; readonly asked: Asked[] };

/**
 * `threads`: how many; each fits every guard. Texts that are asked for in one turn of the event loop
 * go over in one message. A thread that dies fails what it was asked, and is started anew.
 */
export function createGuardPool(options: {
  readonly threads: number;
  readonly encoder: EncoderChoice;
}): GuardPool {
  const definitions = new Map<number, GuardDefinition>();
  const threads: (Thread | undefined)[] = Array.from({ length: Math.max(1, options.threads) });
  let [guards, questions] = [0, 0];
  let closed = false;

  function threadAt(at: number): Thread {
    const running = threads[at];
    if (running !== undefined) return running;
    const worker = new Worker(new URL(workerFile, import.meta.url), {
      workerData: options.encoder,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const thread: Thread = { worker, waiting: new Map(), asked: [] };
    threads[at] = thread;
    worker.unref();
    worker.on('message', (message: unknown) => settle(thread, FromWorker.parse(message)));
    worker.on('error', (error) => failAll(thread, at, error));
    worker.on('exit', (code) => failAll(thread, at, new Error(`The guard's thread ended with code ${code}`)));
    for (const [guard, definition] of definitions) tell(thread, { kind: 'fit', guard, definition });
    return thread;
  }

  function failAll(thread: Thread, at: number, error: unknown): void {
    if (threads[at] === thread) threads[at] = undefined;
    const why = new Error('The guard could not judge a message', { cause: error });
    for (const { fail } of thread.waiting.values()) fail(why);
    thread.waiting.clear();
  }

  function ask(guard: number, text: string, language: string | undefined): Promise<Verdict> {
    if (closed) return Promise.reject(new Error('The guard is closed'));
    const question = (questions += 1);
    const thread = threadAt(leastBusy(threads));
    if (thread.asked.length === 0) setImmediate(() => send(thread));
    thread.asked.push({ question, guard, text, language });
    // Held while something is asked, so that a program does not end in the middle of it.
    thread.worker.ref();
    return new Promise((resolve, reject) => {
      thread.waiting.set(question, { settle: resolve, fail: reject });
    });
  }

  return {
    guard(definition) {
      const guard = (guards += 1);
      definitions.set(guard, definition);
      for (const at of threads.keys()) {
        const running = threads[at];
        if (running === undefined) threadAt(at);
        else tell(running, { kind: 'fit', guard, definition });
      }
      return {
        judge: (text, { language }) => ask(guard, text, language),
        forget() {
          definitions.delete(guard);
          for (const thread of threads) if (thread !== undefined) tell(thread, { kind: 'forget', guard });
        },
      };
    },
    async close() {
      closed = true;
      await Promise.all(
        threads.flatMap((thread) => (thread === undefined ? [] : [thread.worker.terminate()])),
      );
    },
  };
}

/** Judging makes much short-lived garbage; little room for it keeps the thread small. */
const youngMb = 6;

const workerFile = import.meta.url.endsWith('.ts') ? './guard-worker.ts' : './guard-worker.js';

function tell({ worker }: Thread, message: ToWorker): void {
  worker.postMessage(message);
}

function send(thread: Thread): void {
  tell(thread, { kind: 'judge', asked: thread.asked.splice(0) });
}

function settle(thread: Thread, { answers }: FromWorker): void {
  for (const answer of answers) {
    const waiting = thread.waiting.get(answer.question);
    thread.waiting.delete(answer.question);
    if ('verdict' in answer) waiting?.settle(answer.verdict);
    else waiting?.fail(new Error(answer.failure));
  }
  if (thread.waiting.size === 0) thread.worker.unref();
}

/** The thread with the fewest questions open; one that is not started counts as idle. */
function leastBusy(threads: readonly (Thread | undefined)[]): number {
  let best = 0;
  for (const [at, thread] of threads.entries())
    if ((thread?.waiting.size ?? 0) < (threads[best]?.waiting.size ?? 0)) best = at;
  return best;
}
