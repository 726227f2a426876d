import type { Fallback } from '../../business/business.ts';
import type { Outbound } from '../../message/outbound.ts';
import { readableText } from '../../message/outbound.ts';
import type { ClearanceContext } from '../clearance-context.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/**
 * A reply to what is not the business's (a refusal, a question back, small talk) answers nothing.
 * A program cannot read meaning, so this checks the shape answers come in: such a reply is short,
 * holds no code, no numbered steps, and no digits but those of the business's own names, tasks
 * and escalation paths and times of day; a refusal also names a way to a person. That its words
 * are the fixed ones is the work of the refusal's own code; this rule is the net below it.
 */
export const noAnswerInRefusalRule: SendRule = {
  id: 'WA-SCOPE-006',
  severity: 'error',
  source: 'Terms §4.7',
  checkedAt: 'send',
  check,
  message: 'The bot answered an out-of-scope question.',
  fix: "Send the template, do not 'help just this once'.",
};

function check({ draft, context, pack }: Subject): RuleFinding {
  const { kind } = draft.reason;
  if (kind !== 'refusal' && kind !== 'clarify' && kind !== 'chit-chat') {
    return { verdict: 'passed', evidence: `not a refusal but of kind ${kind}` };
  }
  const text = readableText(draft.content);
  const problem =
    answerIn(text, context.business, pack.limits.refusalLength) ??
    (kind === 'refusal' && !namesPerson(draft.content, context.business)
      ? 'names no way to a person'
      : undefined);
  return problem === undefined
    ? { verdict: 'passed', evidence: `${text.length} characters, no answer's shape` }
    : { verdict: 'refused', evidence: problem };
}

function answerIn(text: string, business: ClearanceContext['business'], limit: number): string | undefined {
  if (text.length > limit) return `${text.length} characters, at most ${limit}`;
  if (/```|~~~|<\/?\w+>|[{};]\s*$/mu.test(text)) return 'holds code';
  if (/^\s*(\d{1,2}[.)]|step \d)/imu.test(text)) return 'holds numbered steps';
  const digits = /\p{N}[\p{N}.,/-]*/u.exec(withoutKnown(text, business))?.[0];
  return digits === undefined ? undefined : `holds "${digits}", which is not the business's`;
}

/** The text without what it may state with digits; the longest goes first, as one may hold another. */
function withoutKnown(text: string, business: ClearanceContext['business']): string {
  const known = [
    business.name,
    business.agent.name,
    ...business.agent.tasks.flatMap((task) => [
      task.title,
      task.button,
      ...Object.values(task.titles),
      ...Object.values(task.buttons),
    ]),
    ...Object.values(business.fallbacks ?? {}).flatMap((fallback) => fallbackValue(fallback)),
    ...business.escalation.flatMap(escalationValue),
  ].toSorted((a, b) => b.length - a.length);
  let rest = text;
  for (const part of known) rest = rest.replaceAll(part, ' ');
  return rest.replaceAll(/\b([01]?\d|2[0-4])[:.h][0-5]\d\b|\b24\/7\b/gu, ' ');
}

function escalationValue(path: ClearanceContext['business']['escalation'][number]): readonly string[] {
  switch (path.kind) {
    case 'in-chat-person':
      return [];
    case 'phone':
      return [path.number];
    case 'email':
    case 'in-store':
      return [path.address];
    case 'web':
      return [path.url];
  }
}

function fallbackValue(fallback: Fallback | undefined): readonly string[] {
  switch (fallback?.kind) {
    case 'faq':
    case 'form':
      return [fallback.url];
    case 'channel':
      return [fallback.name, fallback.at];
    case 'person':
    case undefined:
      return [];
  }
}

/** A word for a person, in the text or on a button, in the languages we ship words for. */
export const personWords =
  /(?<!\p{L})(person|people|humans?|colleagues?|team|someone|staff|orang|manusia|admin|petugas|humaine?|personne|quelqu['’]un|conseill(er|ère)|équipe|persona|alguien|humano|asesora?|equipo|pessoa|alguém|atendente|equipe|insaan|mensch(en)?|mitarbeiter(in|innen)?)(?!\p{L})|इंसान|व्यक्ति|موظف|شخص|انسان|إنسان|人工|真人|客服/iu;

function namesPerson(content: Outbound, business: ClearanceContext['business']): boolean {
  const said = [readableText(content), ...tappable(content)].join('\n');
  return (
    personWords.test(said) ||
    business.escalation.flatMap(escalationValue).some((value) => said.includes(value))
  );
}

function tappable(content: Outbound): readonly string[] {
  switch (content.kind) {
    case 'buttons':
      return content.buttons.map((button) => button.title);
    case 'list':
      return content.rows.flatMap((row) => [row.title, row.description ?? '']);
    case 'link-button':
      return [content.title];
    case 'form':
      return [content.open];
    case 'carousel':
      return content.cards.map(({ button }) => button.title);
    case 'text':
    case 'file':
    case 'products':
    case 'product-carousel':
    case 'location-request':
    case 'template':
      return [];
  }
}
