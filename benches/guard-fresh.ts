/**
 * How the scope guard does on the fresh messages (`held-out/…/fresh-<language>.yaml`): totals per business and
 * language, never a message. Run: `npm run -s bench:guard-fresh -- [--json]`.
 *
 * Figures, in percent, by words and letters and then with the English encoder: `kept`, customers' messages that are
 * accepted or asked back about; `accepted` of these; `refused`, general requests that are; `taken`, those taken
 * for a task. The means of all languages and businesses, and the worst.
 */
import { createEncodedGuard, encodeDefinition } from '@ambit/guard/create-encoded-guard';
import { createGuard } from '@ambit/guard/create-guard';
import { knowsLanguage } from '@ambit/guard/encoder/encoder';
import { loadEnglishEncoder } from '@ambit/guard/encoder/english/english-encoder';
import { guardDefinition } from '@ambit/guard/guard-definition';
import { readHeldOut } from '@ambit/guard/testing/read-held-out';
import { readHeldOutGeneral } from '@ambit/guard/testing/read-held-out-general';
import { packSubjects } from '@ambit/guard/testing/redteam/pack-subjects';
import type { Verdict } from '@ambit/core/scope/verdict';
import { printReport, readArguments, rounded } from './support/bench-report.ts';
import { Tally } from './support/tally.ts';

type Judge = (text: string) => Promise<Verdict>;

const { json } = readArguments({});
const languages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'];
const encoder = await loadEnglishEncoder();
const figures: Record<string, number> = {};
const notes: string[] = [];
const all = new Tally();
const worst = new Map<string, number>();

for (const subject of packSubjects()) {
  const definition = guardDefinition(subject.business);
  const words = createGuard(definition);
  const encoded = createEncodedGuard(definition, encoder, await encodeDefinition(definition, encoder));
  const name = subject.name.replace('-packs', '');
  for (const language of languages) {
    await measure(name, language, 'words', async (text) => words.judge(text, {}));
    if (knowsLanguage(encoder, language))
      await measure(name, language, 'encoded', async (text) => encoded.judge(text, {}));
  }
}

for (const [figure, mean] of Object.entries(all.means())) figures[figure] = rounded(mean);
for (const [figure, share] of worst) figures[figure] = rounded(share);
printReport({ bench: 'guard-fresh', figures, targets: [], notes }, json);

async function measure(name: string, language: string, by: string, judge: Judge): Promise<void> {
  const zonesOf = async (texts: readonly string[]) =>
    Promise.all(texts.map(async (text) => (await judge(text)).zone));
  const own = await zonesOf(readHeldOut(name, language, 'fresh').map(({ text }) => text));
  const general = await zonesOf(readHeldOutGeneral(language, 'fresh'));
  if (own.length === 0 || general.length === 0) return;
  const kept = share(own, (zone) => zone !== 'refuse');
  const accepted = share(own, (zone) => zone === 'accept' || zone === 'mixed');
  const refused = share(general, (zone) => zone === 'refuse');
  const taken = share(general, (zone) => zone === 'accept' || zone === 'mixed');
  for (const [figure, value] of Object.entries({ kept, accepted, refused, taken }))
    all.add(`${by} ${figure}`, value);
  for (const [figure, value] of Object.entries({ kept, refused })) {
    const key = `${by} worst ${figure}`;
    worst.set(key, Math.min(worst.get(key) ?? 100, value));
  }
  notes.push(
    `${name} ${language}, ${by}: ${own.length} own, ${rounded(kept)} % kept, ${rounded(accepted)} % accepted; ${general.length} general, ${rounded(refused)} % refused, ${rounded(taken)} % taken`,
  );
}

function share(zones: readonly string[], holds: (zone: string) => boolean): number {
  return (100 * zones.filter((zone) => holds(zone)).length) / Math.max(1, zones.length);
}
