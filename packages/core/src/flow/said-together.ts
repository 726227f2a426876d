import { emailSlot } from '../slot/email-slot.ts';
import { nameSlot } from '../slot/name-slot.ts';
import { phoneSlot } from '../slot/phone-slot.ts';
import type { SlotType, SlotValue } from '../slot/slot-type.ts';
import type { AskNode } from './flow-question.ts';
import type { FlowAnswer } from './flow-state.ts';
import { slotContextIn, type Run } from './run.ts';

/** What people give together, each recognised by its form. */
const kinds = ['email', 'phone', 'name'] as const;
type Kind = (typeof kinds)[number];

/**
 * "Ana López, ana@example.com" to the question for either: the answer to it, and, as `kept`, those to the flow's
 * other questions for a name, an e-mail address or a phone number. Undefined where the text holds only one of them,
 * or anything else.
 */
export function readTogether(
  run: Run,
  node: AskNode,
  text: string,
): { readonly value: SlotValue; readonly kept: readonly FlowAnswer[] } | undefined {
  const found = valuesIn(run, text);
  const asked = kindOf(node, found);
  if (asked === undefined) return undefined;
  const value = found.get(asked);
  if (value === undefined || found.size < 2) return undefined;
  const answered = new Set(run.state.answers.map(({ node: id }) => id));
  const kept = [...run.ready.nodes.values()].flatMap((other): readonly FlowAnswer[] => {
    if (other.kind !== 'ask' || other.id === node.id || answered.has(other.id)) return [];
    const kind = kindOf(other, found);
    const its = kind === undefined || kind === asked ? undefined : found.get(kind);
    return its === undefined ? [] : [{ node: other.id, variable: other.save, value: its }];
  });
  return { value, kept };
}

/** Which of what was given a question asks for; for where to reach somebody either will do. */
function kindOf({ slot }: AskNode, found: ReadonlyMap<Kind, SlotValue>): Kind | undefined {
  if (slot.kind === 'reach') return found.has('email') ? 'email' : 'phone';
  return kinds.find((kind) => kind === slot.kind);
}

function valuesIn(run: Run, text: string): ReadonlyMap<Kind, SlotValue> {
  const found = new Map<Kind, SlotValue>();
  const email = address.exec(text)?.[0];
  const withoutEmail = email === undefined ? text : text.replace(email, ' ');
  const number = digits.exec(withoutEmail)?.[0];
  const rest = (number === undefined ? withoutEmail : withoutEmail.replace(number, ' '))
    .replaceAll(labels, ' ')
    .replaceAll(/^[\s,;:/|()<>\-–.]+|[\s,;:/|()<>\-–.]+$/gu, '')
    .replaceAll(/\s+/gu, ' ');
  note(run, found, 'email', emailSlot, email);
  note(run, found, 'phone', phoneSlot, number?.trim());
  note(run, found, 'name', nameSlot, rest === '' ? undefined : rest);
  // What else stands there is no name: it may be about something else altogether.
  return rest !== '' && !found.has('name') ? new Map() : found;
}

function note(
  run: Run,
  found: Map<Kind, SlotValue>,
  kind: Kind,
  type: SlotType,
  text: string | undefined,
): void {
  if (text === undefined) return;
  const reading = type.read(text, run.state.language, slotContextIn(run));
  if (reading.kind === 'filled' && reading.whole) found.set(kind, reading.value);
}

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u;
const digits = /\+?\d[\d\s().-]{5,}\d/u;

/** "My email is", "tel:" between the two, in the languages we speak. */
const labels =
  /(?<![\p{L}\p{M}])(?:(?:and|y|e|et|dan|aur|और)\s+)?(?:(?:my|mi|meu|mon|mera|मेरा)\s+)?(?:e-?mail(?:\s+address)?|mail|correo(?:\s+electrónico)?|courriel|adresse\s+(?:e-?)?mail|alamat\s+email|ईमेल|(?:phone|mobile|tel|telephone|number|teléfono|telefono|celular|telefone|téléphone|numéro|nomor(?:\s+hp)?|hp|no|फ़ोन|phone\s+number))(?:\s+(?:is|es|é|est|adalah|hai|है|saya))?(?![\p{L}\p{M}])[:\s]*|(?:و)?(?:البريد الإلكتروني|ايميلي|إيميلي|بريدي|رقمي|هاتفي)[:\s]*|(?:我的)?(?:邮箱|电子邮件|电话|手机)(?:号码)?(?:是)?[::\s]*/giu;
