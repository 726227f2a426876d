import type { SlotValue } from '../slot/slot-type.ts';
import {
  offersOf,
  questionBody,
  questionMessage,
  slotTypeOf,
  type AskNode,
  type ChoiceNode,
  type QuestionNode,
} from './flow-question.ts';
import type { FlowOffer } from './flow-state.ts';
import { takeEarly } from './early-choice.ts';
import { pickCarousel } from './pick-carousel.ts';
import { flowWords } from './flow-words.ts';
import { withLocalTime } from './local-time-told.ts';
import { go, halt, lost, withVariable, type Moved } from './moved.ts';
import type { PickNode } from './pick-node.ts';
import { entryNamed, pickedEntry, picturesOf, readPicked } from './pick-question.ts';
import {
  askingIn,
  saying,
  scopeIn,
  slotContextIn,
  stop,
  withState,
  withTimer,
  writerIn,
  type Run,
  type Stepped,
} from './run.ts';
import { isWebAddress, longestBody, plainText } from './write-content.ts';

/**
 * Comes to a question: passes it if its answer is known from before a correction, stands in the
 * text that the flow started from, or is known of the customer; otherwise puts it and waits.
 */
export function putQuestion(run: Run, node: QuestionNode): Moved {
  if (node.kind === 'ask') {
    const kept = run.state.kept.find((answer) => answer.node === node.id);
    if (kept !== undefined) {
      const rest = withState(run, { kept: run.state.kept.filter((answer) => answer !== kept) });
      if (stillOffered(rest, node, kept.value)) return go(filled(rest, node, kept.value), node.to.filled);
      return putQuestion(rest, node);
    }
    const early = inOpening(run, node);
    const value = early.value ?? node.assume;
    if (value !== undefined) return go(filled(early.run, node, value), node.to.filled);
    const known = alreadyKnown(early.run, node);
    return known.value === undefined
      ? put(known.run, node)
      : go(filled(known.run, node, known.value), node.to.filled);
  }
  if (node.kind === 'pick') {
    const offers = offersOf(askingIn(run), node);
    if (offers.length === 0) return go(run, node.to.empty);
    const early = pickEarly(run, node);
    if (early !== undefined) return early;
    const said = pickedBefore(run, node);
    if (said !== undefined) return go(filled(said.run, node, said.entry), node.to.picked);
    return halt(ask(run, node, { tries: 0, offers, which: false, page: 0 }));
  }
  return takeEarly(run, node) ?? put(run, node);
}

/** Takes the entry that the text which started the flow names, once, and says so. */
function pickEarly(run: Run, node: PickNode): Moved | undefined {
  const { said, read, language } = run.state;
  const mark = `pick ${node.id}`;
  if (node.early !== true || said === '' || read.includes(mark)) return undefined;
  const named = entryNamed(askingIn(run), node, said);
  const entry = named === undefined ? undefined : pickedEntry(scopeIn(run), node, named.place);
  if (named === undefined || entry === undefined) return undefined;
  const noted = saying(withState(run, { read: [...read, mark] }), {
    kind: 'text',
    body: flowWords(language).taken(named.title),
  });
  return go(filled(noted, node, entry), node.to.picked);
}

function put(run: Run, node: AskNode | ChoiceNode): Moved {
  const offers = offersOf(askingIn(run), node);
  if (offers.length === 0 && mustOffer(node)) {
    return node.kind === 'ask' ? go(run, node.to.failed) : halt(lost(run, `"${node.id}" offers nothing`));
  }
  return halt(ask(run, node, { tries: 0, offers, which: false }));
}

function mustOffer(node: AskNode | ChoiceNode): boolean {
  return node.kind === 'choice' || node.slot.kind === 'pick' || node.slot.kind === 'choice';
}

/** Asks, or asks again; the same offers keep their number, so that buttons further up still count. */
export function ask(
  run: Run,
  node: QuestionNode,
  put: {
    readonly tries: number;
    readonly offers: readonly FlowOffer[];
    readonly which: boolean;
    readonly page?: number | undefined;
  },
): Stepped {
  const { position, asked } = run.state;
  const same =
    position.kind === 'asking' && position.node === node.id && sameOffers(position.offers, put.offers);
  const number = same ? position.number : asked + 1;
  const asking = askingIn(run);
  const body = put.which
    ? flowWords(run.state.language).which
    : withLocalTime(run, node, questionBody(asking, node, put.tries));
  const skip = !put.which && node.kind === 'ask' && node.to.skipped !== undefined;
  const cards =
    node.kind === 'pick' && !put.which
      ? pickCarousel(asking, node, { body, offers: put.offers, number })
      : undefined;
  const taps = put.offers.length > 0 || skip;
  const { above, question } = taps && cards === undefined ? parted(body) : { above: '', question: body };
  const content =
    cards ?? questionMessage(asking, node, { body: question, offers: put.offers, number, skip });
  if (content === undefined) return lost(run, `question "${node.id}" has nothing to say`);
  const counted = withState(run, { asked: Math.max(asked, number) });
  const timer = node.silence !== undefined && node.to['silent'] !== undefined;
  const timed =
    timer && node.silence !== undefined ? withTimer(counted, number, node.silence.minutes) : counted;
  const pictured = node.kind === 'pick' && node.as === undefined && !same && !put.which;
  const told = above === '' ? timed : saying(timed, plainText(above));
  const shown = pictured ? withPictures(told, node, put.offers) : told;
  return stop(
    saying(shown, content, true),
    { kind: 'asking' },
    {
      kind: 'asking',
      node: node.id,
      number,
      tries: put.tries,
      offers: [...put.offers],
      which: put.which,
      timer,
      ...(put.page === undefined ? {} : { page: put.page }),
    },
  );
}

/** What is too long to stand above buttons goes before them: a sum at its end must not be cut off. */
function parted(body: string): { readonly above: string; readonly question: string } {
  const written = body.trim();
  const at = written.lastIndexOf('\n');
  return written.length <= longestBody || at === -1
    ? { above: '', question: body }
    : { above: written.slice(0, at), question: written.slice(at + 1) };
}

/** More pictures before a question would push it out of sight. */
const mostPictures = 3;

function withPictures(run: Run, node: PickNode, offers: readonly FlowOffer[]): Run {
  const pictures = picturesOf(askingIn(run), node, offers);
  if (pictures.length > mostPictures) return run;
  return pictures
    .filter(({ url }) => isWebAddress(url))
    .reduce((shown, { url, caption }) => saying(shown, { kind: 'file', medium: 'image', url, caption }), run);
}

/** Remembers an answer; a later one to the same question takes its place. */
export function filled(run: Run, node: AskNode | PickNode, value: SlotValue): Run {
  const others = run.state.answers.filter((answer) => answer.node !== node.id);
  return withState(withVariable(run, node.save, value), {
    answers: [...others, { node: node.id, variable: node.save, value }],
  });
}

function sameOffers(before: readonly FlowOffer[], now: readonly FlowOffer[]): boolean {
  return (
    before.length === now.length &&
    before.every((offer, place) => JSON.stringify(offer) === JSON.stringify(now[place]))
  );
}

/** A free time that another day does not have is no answer any more. */
function stillOffered(run: Run, node: AskNode, value: SlotValue): boolean {
  if (node.slot.kind !== 'pick') return true;
  return offersOf(askingIn(run), node).some((offer) => offer.value === value);
}

/** What is known without asking, such as the customer's name, the first time; who comes back wants to say another. */
function alreadyKnown(run: Run, node: AskNode): { readonly run: Run; readonly value: SlotValue | undefined } {
  const name = `known ${node.id}`;
  const text = node.known === undefined ? '' : writerIn(run)(node.known);
  if (text === '' || run.state.read.includes(name)) return { run, value: undefined };
  const noted = withState(run, { read: [...run.state.read, name] });
  const reading = slotTypeOf(askingIn(run), node)?.read(text, run.state.language, slotContextIn(run));
  return { run: noted, value: reading?.kind === 'filled' && reading.whole ? reading.value : undefined };
}

/** Marks what was read in words that a node names. */
export const readInWords = 'in words: ';

/** The entry that the words which a list names say, once for each words. */
function pickedBefore(
  run: Run,
  node: PickNode,
): { readonly run: Run; readonly entry: SlotValue } | undefined {
  const said = node.said === undefined ? '' : writerIn(run)(node.said);
  const name = `${readInWords}${node.id} ${said}`;
  if (said === '' || run.state.read.includes(name)) return undefined;
  const reading = slotTypeOf(askingIn(run), node)?.read(said, run.state.language, slotContextIn(run));
  const place = reading?.kind === 'filled' ? readPicked(reading.value) : undefined;
  const entry = typeof place === 'number' ? pickedEntry(scopeIn(run), node, place) : undefined;
  return entry === undefined
    ? undefined
    : { run: withState(run, { read: [...run.state.read, name] }), entry };
}

/** The answer in the text that the flow started from or the node names, read once for each type: two dates are not one. */
function inOpening(run: Run, node: AskNode): { readonly run: Run; readonly value: SlotValue | undefined } {
  const { read, language } = run.state;
  const said = node.said === undefined ? run.state.said : writerIn(run)(node.said);
  if (said === '') return { run, value: undefined };
  const type = slotTypeOf(askingIn(run), node);
  const kind = node.slot.kind === 'pattern' ? `pattern ${node.slot.pattern}` : (type?.name ?? '');
  const name = node.said === undefined ? kind : `${readInWords}${kind} ${said}`;
  const context = slotContextIn(run);
  if (type === undefined || read.includes(name)) return { run, value: undefined };
  // Words that a node names for a place may be nothing but the place.
  const inside = type.findsInside || (node.said !== undefined && node.slot.kind === 'location');
  const reading = inside
    ? type.read(said, language, context)
    : (type.inside?.(said, language, context) ?? { kind: 'not-this' });
  // What stands in words that a node names stands in the first ones too, and is not read there again.
  const noted = withState(run, { read: [...new Set([...read, name, kind])] });
  return { run: noted, value: reading.kind === 'filled' ? reading.value : undefined };
}
