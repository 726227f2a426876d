/**
 * How well the scope guard tells an agent's business from everything else, and what it costs; no model,
 * no network. Run: `npm run -s bench:guard -- [--json] [--draws N] [--seed N]`.
 *
 * Figures, in percent. `clinc…`: bots that declare 10 of 15 intents of a CLINC150 domain with 10 examples
 * each; recall of what is out of scope at 95 % recall of what is in scope: `Far` (CLINC150's out-of-scope
 * validation messages), `Prompts` (Self-Instruct), `Other` (other domains), `Near` (the domain's other 5 intents),
 * `NearWithNegatives` (10 of their messages declared), `Accuracy` among the declared. `…FalseAccepts`: what
 * was accepted of far and prompts when 1, 2 or 5 % were asked for. `xsid…`: the same in German, Italian,
 * Dutch and Chinese, 8 of 12 intents declared. `packs…`: unseen messages against a shop, a clinic and a
 * restaurant made of task packs: of their own, accepted or clarified; of general ones, refused; the worst language.
 */
import { execFileSync } from 'node:child_process';
import { createEncodedGuard, encodeDefinition } from '@ambit/guard/create-encoded-guard';
import type { Encoder } from '@ambit/guard/encoder/encoder';
import { loadEnglishEncoder } from '@ambit/guard/encoder/english/english-encoder';
import { guardDefinition, type GuardDefinition } from '@ambit/guard/guard-definition';
import { generalRequests } from '@ambit/guard/testing/general-requests';
import { scoreMessages } from '@ambit/guard/score-messages';
import { readHeldOut } from '@ambit/guard/testing/read-held-out';
import { readHeldOutGeneral } from '@ambit/guard/testing/read-held-out-general';
import { packSubjects } from '@ambit/guard/testing/redteam/pack-subjects';
import { z } from 'zod';
import { printReport, readArguments, rounded } from './support/bench-report.ts';
import { Tally } from './support/tally.ts';
import { drawBot, readScopeData, seeded, shuffled, type Draw } from './support/guard-data.ts';

const { json, numbers } = readArguments({ draws: 10, seed: 1 });
const figures: Record<string, number> = {};
const notes: string[] = [`Seeds ${numbers.seed} to ${numbers.seed + numbers.draws - 1}, one a draw.`];
const english = remembering(await loadEnglishEncoder());

const data = readScopeData();
if (data === undefined) notes.push('../shared/scope is missing: the rows on CLINC150 and xSID were skipped.');
else {
  const { clinc, prompts } = data;
  const everywhere = Object.values(clinc.domains).flat();
  const sums = new Tally();
  for (let seed = numbers.seed; seed < numbers.seed + numbers.draws; seed += 1) {
    for (const intents of Object.values(clinc.domains)) {
      const random = seeded(seed);
      const draw = drawBot(clinc.train, clinc.test, intents, { declared: 10, negatives: 10, random });
      const others = everywhere.filter((intent) => !intents.includes(intent));
      const foreign = {
        ...draw.foreign,
        other: shuffled(
          clinc.test.filter(([, intent]) => others.includes(intent)),
          random,
        )
          .slice(0, 300)
          .map(([text]) => text),
        far: clinc.oos_val.map(([text]) => text),
        prompts,
      };
      await measure(sums, 'clinc', { ...draw, negatives: [], foreign }, 'en');
      await measure(sums, 'clincWithNegatives', { ...draw, foreign: draw.foreign }, 'en');
      for (const rate of [0.01, 0.02, 0.05]) {
        const zones = await scoreMessages(
          { ...definitionOf({ ...draw, negatives: [] }, 'en'), falseAccepts: rate },
          'en',
          [...foreign.far, ...foreign.prompts],
          english,
        );
        sums.add(
          `falseAcceptsAt${rate * 100}`,
          share(zones, ({ zone }) => zone === 'accept' || zone === 'mixed'),
        );
      }
    }
  }
  for (const language of ['de', 'it', 'nl', 'zh']) {
    const train = data.xsid[`${language}_valid`] ?? [];
    const test = data.xsid[`${language}_test`] ?? [];
    const intents = [...new Set(train.map(([, intent]) => intent))].filter(
      (intent) => train.filter(([, each]) => each === intent).length >= 10,
    );
    for (let seed = numbers.seed; seed < numbers.seed + numbers.draws; seed += 1) {
      const random = seeded(seed);
      const draw = drawBot(train, test, intents, { declared: 8, negatives: 0, random });
      await measure(sums, 'xsid', draw, language);
    }
  }
  Object.assign(figures, sums.means());
}

const languages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'];
const worst = { own: 100, general: 100 };
const all = new Tally();
for (const subject of packSubjects()) {
  const definition = guardDefinition(subject.business);
  const guard = createEncodedGuard(definition, english, await encodeDefinition(definition, english));
  const zonesOf = async (texts: readonly string[]): Promise<readonly string[]> =>
    Promise.all(texts.map(async (text) => (await guard.judge(text, {})).zone));
  const name = subject.name.replace('-packs', '');
  for (const language of languages) {
    const own = await zonesOf(readHeldOut(name, language, 'unseen').map(({ text }) => text));
    const general = await zonesOf(readHeldOutGeneral(language, 'unseen'));
    if (own.length === 0 || general.length === 0) continue;
    const kept = share(own, (zone) => zone !== 'refuse');
    const refused = share(general, (zone) => zone === 'refuse');
    all.add('packsInScope', kept);
    all.add(
      'packsAccepted',
      share(own, (zone) => zone === 'accept' || zone === 'mixed'),
    );
    all.add('packsGeneralRefused', refused);
    all.add(
      'packsGeneralAccepted',
      share(general, (zone) => zone === 'accept' || zone === 'mixed'),
    );
    worst.own = Math.min(worst.own, kept);
    worst.general = Math.min(worst.general, refused);
    if (!json)
      notes.push(
        `${name} ${language}: ${own.length} own, ${rounded(kept)} % kept; ${general.length} general, ${rounded(refused)} % refused`,
      );
  }
}
Object.assign(figures, all.means());
figures['packsWorstInScope'] = rounded(worst.own);
figures['packsWorstGeneralRefused'] = rounded(worst.general);

const shop = packSubjects().find(({ name }) => name === 'shop-packs');
if (shop === undefined) throw new Error('There is no shop made of task packs');
const smallTalk = ['hi', 'hello there', 'thanks', 'ok thank you so much', '👍', 'good morning'];
const ownTexts = readHeldOut('shop', 'en').map(({ text }) => text);
const input = JSON.stringify({
  definition: guardDefinition(shop.business),
  // Of ten messages seven are the shop's, two small talk, and one anything.
  texts: Array.from({ length: 600 }, (_, at) => {
    const list = at % 10 < 7 ? ownTexts : at % 10 < 9 ? smallTalk : generalRequests;
    return list[(Math.floor(at / 10) + (at % 10) * 7) % list.length] ?? '';
  }),
});
const encodedRun = footprint('with-encoder', input);
const lexicalRun = footprint('without', input);
Object.assign(figures, {
  cpuMsWithEncoder: rounded(encodedRun.cpuMs),
  cpuMsWithoutEncoder: rounded(lexicalRun.cpuMs),
  encodedSharePercent: rounded(100 * encodedRun.encodedShare),
  encoderLoadMs: rounded(encodedRun.loadMs),
  fitMsWithEncoder: rounded(encodedRun.fitMs),
  fitMsWithoutEncoder: rounded(lexicalRun.fitMs),
  rssMbWithEncoder: rounded(encodedRun.rssMb),
  rssMbWithoutEncoder: rounded(lexicalRun.rssMb),
});
notes.push(
  `A process that has loaded the code and the definition, but no guard, has ${rounded(lexicalRun.baseMb)} MB.`,
);

const atLeast = (figure: string, wanted: number) => ({
  figure,
  wanted: `≥ ${wanted}`,
  met: (figures[figure] ?? -Infinity) >= wanted,
});
const atMost = (figure: string, wanted: number) => ({
  figure,
  wanted: `≤ ${wanted}`,
  met: (figures[figure] ?? Infinity) <= wanted,
});
printReport(
  {
    bench: 'guard',
    figures,
    targets: [
      atLeast('clincFar', 98.5),
      atLeast('clincOther', 98),
      atLeast('clincNear', 70),
      atLeast('clincWithNegativesNear', 85),
      atLeast('clincAccuracy', 96),
      atLeast('xsidAccuracy', 94),
      atLeast('xsidNear', 60),
      atMost('falseAcceptsAt1', 1),
      atMost('falseAcceptsAt2', 2),
      atMost('falseAcceptsAt5', 5),
      atLeast('packsInScope', 97),
      atLeast('packsGeneralRefused', 99),
      atLeast('packsWorstInScope', 94),
      atLeast('packsWorstGeneralRefused', 98),
      atMost('cpuMsWithEncoder', 6),
      atMost('cpuMsWithoutEncoder', 0.4),
      atMost('encoderLoadMs', 300),
      atMost('rssMbWithEncoder', 200),
    ],
    notes,
  },
  json,
);

async function measure(sums: Tally, row: string, draw: Draw, language: string): Promise<void> {
  const definition = definitionOf(draw, language);
  const own = await scoreMessages(
    definition,
    language,
    draw.own.map(([text]) => text),
    english,
  );
  sums.add(
    `${row}Accuracy`,
    share(own, ({ task }, at) => task === draw.own[at]?.[1]),
  );
  const threshold =
    own.map(({ score }) => score).toSorted((a, b) => a - b)[Math.floor(0.05 * own.length)] ?? 0;
  for (const [kind, texts] of Object.entries(draw.foreign)) {
    const scored = await scoreMessages(definition, language, texts, english);
    sums.add(
      `${row}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
      share(scored, ({ score }) => score < threshold),
    );
  }
}

function definitionOf(
  { tasks, negatives }: Pick<Draw, 'tasks' | 'negatives'>,
  language: string,
): GuardDefinition {
  return {
    tasks: Object.entries(tasks).map(([id, texts]) => ({
      id,
      examples: { [language]: texts },
      words: {},
      passages: [],
    })),
    negatives: { [language]: negatives },
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean): number {
  return (100 * items.filter(holds).length) / Math.max(1, items.length);
}

/** The same encoder, asked only once about each text. */
function remembering(encoder: Encoder): Encoder {
  const known = new Map<string, Float32Array>();
  return {
    ...encoder,
    async encode(texts) {
      const missing = [...new Set(texts)].filter((text) => !known.has(text));
      for (const [at, vector] of (await encoder.encode(missing)).entries())
        known.set(missing[at] ?? '', vector);
      return texts.map((text) => known.get(text) ?? new Float32Array(0));
    },
  };
}

function footprint(mode: string, input: string) {
  const program = `${import.meta.dirname}/guard-footprint.ts`;
  // As little room for short-lived garbage as the guard's threads get.
  const flags = ['--conditions=ambit-source', '--max-semi-space-size=2'];
  const printed = execFileSync(process.execPath, [...flags, program, mode], {
    encoding: 'utf8',
    input,
  });
  const number = z.number();
  return z
    .object({
      loadMs: number,
      fitMs: number,
      cpuMs: number,
      rssMb: number,
      baseMb: number,
      encodedShare: number,
    })
    .parse(JSON.parse(printed));
}
