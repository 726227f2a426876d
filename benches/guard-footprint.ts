/**
 * Loads a guard for a shop made of task packs in a process of its own and judges a mix of messages: 7 of the
 * shop's, 2 small talk, 1 general in 10, in English. Prints one JSON document.
 * Run: `node --conditions=ambit-source benches/guard-footprint.ts [with-encoder]`.
 */
import { createEncodedGuard, encodeDefinition } from '@ambit/guard/create-encoded-guard';
import { createGuard } from '@ambit/guard/create-guard';
import { loadEnglishEncoder } from '@ambit/guard/encoder/english/english-encoder';
import { guardDefinition } from '@ambit/guard/guard-definition';
import { generalRequests } from '@ambit/guard/testing/general-requests';
import { readHeldOut } from '@ambit/guard/testing/read-held-out';
import { packSubjects } from '@ambit/guard/testing/redteam/pack-subjects';

const withEncoder = process.argv.includes('with-encoder');
const subject = packSubjects().find(({ name }) => name === 'shop-packs');
if (subject === undefined) throw new Error('There is no shop made of task packs');
const definition = guardDefinition(subject.business);
const own = readHeldOut('shop', 'en').map(({ text }) => text);
const smallTalk = ['hi', 'hello there', 'thanks', 'ok thank you so much', '👍', 'good morning'];
const texts = Array.from({ length: 600 }, (_, at) => {
  const list = at % 10 < 7 ? own : at % 10 < 9 ? smallTalk : generalRequests;
  return list[Math.floor(at / 10 + (at % 10) * 7) % list.length] ?? '';
});

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
