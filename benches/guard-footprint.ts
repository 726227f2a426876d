/**
 * Loads a guard in a process of its own and judges messages, so that its memory and time are its own. Reads
 * `{ definition, texts }` on standard input and prints one JSON document.
 * Run by guard.ts: `node --conditions=ambit-source benches/guard-footprint.ts [with-encoder]`.
 */
import { createEncodedGuard, encodeDefinition } from '@ambit/guard/create-encoded-guard';
import { createGuard } from '@ambit/guard/create-guard';
import { loadEnglishEncoder } from '@ambit/guard/encoder/english/english-encoder';
import type { GuardDefinition } from '@ambit/guard/guard-definition';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';

const Business = z.object({ definition: z.custom<GuardDefinition>(), texts: z.array(z.string()) });
const withEncoder = process.argv.includes('with-encoder');
const { definition, texts } = Business.parse(JSON.parse(await readAll(process.stdin)));

const baseMb = process.memoryUsage().rss / 2 ** 20;
const started = performance.now();
let judge: (text: string) => Promise<unknown>;
let encodedShare = (): number => 0;
let loadMs = 0;
if (withEncoder) {
  const encoder = await loadEnglishEncoder();
  loadMs = performance.now() - started;
  const guard = createEncodedGuard(definition, encoder, await encodeDefinition(definition, encoder));
  judge = (text) => guard.judge(text, { language: 'en' });
  encodedShare = () => guard.counts().encoded / guard.counts().judged;
} else {
  const guard = createGuard(definition);
  loadMs = performance.now() - started;
  judge = (text) => Promise.resolve(guard.judge(text, { language: 'en' }));
}
await judge(texts[0] ?? '');
const fitMs = performance.now() - started - loadMs;
for (const text of texts.slice(0, 200)) await judge(text);
const before = process.cpuUsage();
for (const text of texts) await judge(text);
const spent = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    loadMs,
    fitMs,
    cpuMs: (spent.user + spent.system) / 1000 / texts.length,
    rssMb: process.memoryUsage().rss / 2 ** 20,
    baseMb,
    encodedShare: encodedShare(),
  }),
);
