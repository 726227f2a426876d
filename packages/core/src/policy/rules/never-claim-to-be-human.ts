import { readableText } from '../../message/outbound.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/** What a program writes never says that a person wrote it. */
export const neverHumanRule: SendRule = {
  id: 'WA-AI-002',
  severity: 'critical',
  source: 'AI Act 50; FTC s.5',
  checkedAt: 'send',
  check,
  message: 'The bot claims to be a person.',
  fix: 'Rewrite persona.',
};

/** Claims of being human, or of not being a program, by language. Our own list: seed data to measure. */
const claims: readonly { readonly language: string; readonly pattern: RegExp }[] = [
  {
    language: 'en',
    pattern:
      /\b(i am|i['’]m|this is|we are|we['’]re) (a |an )?(real |actual |live )?(humans?|person|people)\b/i,
  },
  {
    language: 'en',
    pattern:
      /\b(i am|i['’]m|this is|it['’]s) not (a |an )?(ro)?(bot|ai|machine|computer|program|automated|virtual assistant|chatbot)\b/i,
  },
  {
    language: 'en',
    pattern:
      /\byou(['’]re| are) (talking|chatting|speaking|texting) (to|with) (a |an )?(real |actual |live )(human|person)\b/i,
  },
  {
    language: 'id',
    pattern:
      /\b(saya|aku|ini) ((adalah )?(manusia|orang (asli|sungguhan|beneran))|bukan (ro)?bot|bukan ai|bukan mesin)\b/i,
  },
  {
    language: 'fr',
    pattern:
      /\bje (suis (un |une )?(humaine?|(vraie )?personne)|ne suis pas (un |une )?(robot|bot|ia|machine))(?!\p{L})/iu,
  },
  {
    language: 'es',
    pattern:
      /(?<!\p{L})(soy (un |una )?(humano|humana|persona)|no soy (un |una )?(robot|bot|ia|m[aá]quina))(?!\p{L})/iu,
  },
  {
    language: 'pt',
    pattern:
      /(?<!\p{L})((eu )?sou (um |uma )?(humano|humana|pessoa)|n[aã]o sou (um |uma )?(rob[oô]|bot|ia|m[aá]quina))(?!\p{L})/iu,
  },
  {
    language: 'hi',
    pattern:
      /(मैं|main) (एक |ek )?(इंसान|insaan|insan)( हूं| हूँ| hoon| hun)|(मैं|main) (एक |ek )?(रोबोट|robot|बॉट|bot) (नहीं|nahin?)/iu,
  },
  { language: 'ar', pattern: /(أنا|انا) (إنسان|انسان|شخص حقيقي|لست (روبوت|بوت|آلة))/u },
  { language: 'zh', pattern: /我(是(一个|一名)?(真人|人类)|不是(机器人|AI|人工智能))/u },
];

function check({ draft }: Subject): RuleFinding {
  if (draft.author === 'person') return { verdict: 'passed', evidence: 'written by a person' };
  const claim = humanClaimIn(readableText(draft.content));
  return claim === undefined
    ? { verdict: 'passed', evidence: 'no such claim found' }
    : { verdict: 'refused', evidence: claim };
}

/** The words that claim to be a person, after their language, if there are any. */
export function humanClaimIn(text: string): string | undefined {
  for (const { language, pattern } of claims) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return `${language}: "${found}"`;
  }
  return undefined;
}
