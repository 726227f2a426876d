import { readFileSync, appendFileSync, writeFileSync, existsSync } from 'node:fs';
import { parse } from 'yaml';
import { startScenarioStack, newCustomer } from '@ambit/cli/scenario/scenario-stack';
import { followMessage } from '@ambit/cli/say-turn';
const [file, out, ids = ''] = process.argv.slice(2);
const wanted = ids.split(' ').filter(Boolean);
const all = parse(readFileSync(file, 'utf8')).filter((c) => wanted.length === 0 || wanted.includes(c.id));
const where = (b) => { for (const d of [`/tmp/shopcust/biz/${b}`, `businesses/${b}`, `tests/businesses/${b}`]) if (existsSync(d)) return d; throw new Error(b); };
writeFileSync(out, '');
const log = (s) => appendFileSync(out, s + '\n');
for (const b of [...new Set(all.map((c) => c.B))]) {
  const stack = await startScenarioStack({ business: where(b), debounceMs: 300, inherited: { PATH: process.env.PATH ?? '' } }).catch((e) => { log(`!! ${b}: ${e.message}`); console.error(e); return undefined; });
  if (!stack) continue;
  try {
    await Promise.all([...Array(3).keys()].map(async (w) => {
      for (const [i, c] of all.filter((c) => c.B === b).entries()) {
        if (i % 3 !== w) continue;
        const lines = [`\n=== ${c.id} (${b}, ${c.L})`];
        try {
          const phone = await newCustomer(stack.simulator);
          let shown;
          for (const t of c.T) {
            let acts;
            if (typeof t === 'string') acts = [{ kind: 'text', body: t }];
            else if (t.pin) acts = [{ kind: 'location', latitude: t.pin[0], longitude: t.pin[1] }];
            else if (t.burst) acts = t.burst.map((body) => ({ kind: 'text', body }));
            else if (t.act) acts = [t.act];
            else {
              const ch = shown?.choices.find(({ title }) => new RegExp(t.tap, 'iu').test(title));
              acts = ch ? [{ ...ch, replyTo: shown.messageId }] : [{ kind: 'text', body: t.say }];
            }
            const sent = [];
            for (const a of acts) { lines.push(`> ${a.kind === 'text' ? a.body : `(${a.kind}) ${a.title ?? JSON.stringify(a)}`}`); sent.push(await phone.act(a)); }
            const turns = await Promise.all(sent.map((m) => followMessage({ phone, client: stack.client, limitMs: 90000 }, m)));
            const last = turns.at(-1);
            if (last.kind === 'unsettled') { lines.push('!! ' + last.why); continue; }
            for (const { sent: s, shown: sh } of last.replies) {
              lines.push(`< ${(sh?.text ?? `(${s.status}) ${s.text}`).replaceAll('\n', '\n  ')} ${(sh?.choices ?? []).map(({ title }) => `[${title}]`).join(' ')}`);
              shown = sh ?? shown;
            }
            const o = last.trace.outcome; lines.push(`    (${[o.kind, o.task, o.rule, o.why].filter(Boolean).join(', ')})`);
          }
        } catch (e) { lines.push('!! ' + e.message); }
        log(lines.join('\n'));
      }
    }));
  } finally { await stack.stop(); }
}
