import { asksToBuy } from '../catalogue/words/buys.ts';
import { choiceSlot } from '../slot/choice-slot.ts';
import { yesNoSlot } from '../slot/yes-no-slot.ts';
import type { SlotReading, SlotType, SlotValue } from '../slot/slot-type.ts';
import { ask, filled } from './ask-question.ts';
import {
  offersOf,
  questionBody,
  slotTypeOf,
  type AskNode,
  type ChoiceNode,
  type QuestionNode,
} from './flow-question.ts';
import type { FlowPosition } from './flow-state.ts';
import { addressInstead, partInstead } from './address-instead.ts';
import { saysCancelIt, speaksOfCancelling } from './cancel-words.ts';
import { asksToDrop, takesBack } from './drop-words.ts';
import { asksToSkip, correctionIn, flowWords } from './flow-words.ts';
import { fewWords, isOpenText, takesAnyWords } from './open-answers.ts';
import { plainWords } from '../slot/plain-words.ts';
import { doesNotKnow } from './does-not-know.ts';
import { edge, lost, withVariable } from './moved.ts';
import { saysNothingMore } from './nothing-more-words.ts';
import type { PickNode } from './pick-node.ts';
import { isAboutList, pickedEntry, readPicked } from './pick-question.ts';
import { asksToRefine } from './refine-words.ts';
import { runNodes } from './run-nodes.ts';
import { readTogether } from './said-together.ts';
import {
  askingIn,
  leaving,
  saying,
  scopeIn,
  slotContextIn,
  stop,
  withState,
  writerIn,
  type Run,
  type Stepped,
} from './run.ts';
import { afterPick, refined } from './take-pick.ts';

export type AskingPosition = Extract<FlowPosition, { kind: 'asking' }>;

/**
 * What a flow that has asked something does with a text. A sure answer fills the slot; a correction
 * of an earlier answer takes that back; "skip" and "never mind" leave it. What is none of these may be
 * for somebody else, unless it is `placed` here: then a value inside it will do, or it is asked again.
 */
export function takeText(run: Run, position: AskingPosition, text: string, placed: boolean): Stepped {
  const node = questionAt(run, position);
  if (node === undefined) return lost(run, `question "${position.node}" is not in the flow any more`);
  const type = slotTypeOf(askingIn(run), node, position.page);
  if (type === undefined) return lost(run, `nothing reads the slot of "${node.id}"`);
  // "Never mind" wants none of it, also where a question may be skipped; a name or a title says what it says.
  if (node.kind === 'ask' && node.to.skipped !== undefined && takesBack(text) && dropsIt(node, text))
    return dropped(run);
  if (node.kind === 'ask' && node.to.skipped !== undefined && skips(run, node, text))
    return runNodes(leaving(run), node.to.skipped);
  if (takesAnyWords(node) && dropsIt(node, text)) return dropped(run);
  const ahead = goneOnward(run, position, node, text, placed);
  if (ahead !== undefined) return ahead;
  if (node.kind === 'choice' && node.change?.reads === 'booking-change') {
    const booked = changeIn(run, node, text);
    if (booked !== undefined) return changed(run, node, node.change.save, booked);
  }
  const cancelled = saysCancelIt(text) ? cancels(run, position, node, text) : undefined;
  if (cancelled !== undefined) return cancelled;
  // Where a yes is wanted, what was answered before may be put right at any time.
  const fresh = (position.tries === 0 || node.kind !== 'ask') && !position.which;
  if (fresh && correctionIn(text) !== undefined) {
    const corrected = correct(run, node, text);
    if (corrected !== undefined) return corrected;
  }
  const together = node.kind === 'ask' && !position.which ? readTogether(run, node, text) : undefined;
  if (together !== undefined) {
    const kept = [...run.state.kept, ...together.kept];
    return answered(withState(run, { kept }), position, node, together.value);
  }
  const meant = position.which ? readAnswer(run, choiceSlot(position.offers), text) : undefined;
  const reading = meant?.kind === 'filled' ? meant : readAnswer(run, type, text);
  const change = node.kind === 'choice' ? changeIn(run, node, text) : undefined;
  // "No wait, make it two" is neither a plain no nor the second option.
  const certain = change === undefined || correctionIn(text) === undefined;
  if (reading.kind === 'filled' && ((reading.whole && certain) || (placed && change === undefined)))
    return answered(run, position, node, reading.value);
  if (dropsIt(node, text)) return dropped(run);
  if (node.kind === 'pick' && saysNothingMore(text)) return wantsNone(run, node);
  if (fresh && !isOpenText(node)) {
    const corrected = correct(run, node, text, placed);
    if (corrected !== undefined) return corrected;
  }
  if (node.kind === 'choice' && node.change !== undefined && change !== undefined)
    return changed(run, node, node.change.save, change);
  if (reading.kind === 'ambiguous')
    return ask(run, node, { ...position, offers: reading.choices, which: true });
  const another = node.kind === 'pick' ? refined(run, node, text, placed) : undefined;
  if (another !== undefined) return another;
  const meantHere = placed || (node.kind === 'pick' && isAboutList(text));
  return meantHere ? tryAgain(run, position, node) : { state: run.state, next: { kind: 'not-mine' } };
}

/** Whether a text holds a value for the open question. */
export function readsAsAnswer(run: Run, position: AskingPosition, text: string): boolean {
  const node = questionAt(run, position);
  const type = node === undefined ? undefined : slotTypeOf(askingIn(run), node, position.page);
  if (node?.kind === 'pick' && node.refine !== undefined && asksToRefine(text, node.refine.says)) return true;
  if (node?.kind === 'pick' && node.refine !== undefined && saysWhen(run, text)) return true;
  if (node?.kind === 'pick' && (isAboutList(text) || asksToBuy(text))) return true;
  if (node !== undefined && aheadIn(run, node, text)?.kind === 'filled') return true;
  if (node?.kind === 'choice' && (saysAddress(run, text) || changeIn(run, node, text) !== undefined))
    return true;
  return type !== undefined && readAnswer(run, type, text).kind === 'filled';
}

/**
 * What answers a question that is still to come: at once where it says little else, otherwise where nobody else wants
 * it and it asks for no other thing. Where entries or options are asked for, these come first.
 */
function goneOnward(
  run: Run,
  position: AskingPosition,
  node: QuestionNode,
  text: string,
  placed: boolean,
): Stepped | undefined {
  const target = node.onward === undefined ? undefined : node.to['onward'];
  if (node.onward === undefined || target === undefined) return undefined;
  if (node.kind === 'ask' && placed && saysYes(text) && node.to.skipped !== undefined)
    return runNodes(leaving(run), node.to.skipped);
  const reading = aheadIn(run, node, text);
  if (reading?.kind !== 'filled' || !(reading.whole || placed)) return undefined;
  const own = slotTypeOf(askingIn(run), node);
  const answer = own === undefined || isOpenText(node) ? undefined : readAnswer(run, own, text);
  if (answer?.kind === 'filled' && answer.whole) return undefined;
  if (answer?.kind === 'filled' && node.kind === 'pick') return answered(run, position, node, answer.value);
  return runNodes(withVariable(leaving(run), node.onward.save, text.trim()), target);
}

function aheadIn(run: Run, { onward }: QuestionNode, text: string): SlotReading | undefined {
  return onward === undefined
    ? undefined
    : run.ready.setting.slotTypes.get(onward.reads)?.read(text, run.state.language, slotContextIn(run));
}

/** Says another address, where the flow has asked for one before. */
function saysAddress(run: Run, text: string): boolean {
  return run.state.answers.some(({ node: id, value }) => {
    const node = run.ready.nodes.get(id);
    return node?.kind === 'ask' && addressInstead(node, text, slotContextIn(run), value) !== undefined;
  });
}

/** What a text changes of what is to be agreed to, where the question takes such texts. */
function changeIn(run: Run, { change }: ChoiceNode, text: string): SlotValue | undefined {
  if (change === undefined) return undefined;
  const type = run.ready.setting.slotTypes.get(change.reads);
  const read = type?.read(text, run.state.language, slotContextIn(run));
  return read?.kind === 'filled' ? read.value : undefined;
}

function changed(run: Run, node: ChoiceNode, save: string, change: SlotValue): Stepped {
  const noted = withVariable(leaving(run), save, change);
  const moved = edge(noted, node.to, 'changed', node.id);
  return moved.kind === 'go' ? runNodes(moved.run, moved.to) : moved.stepped;
}

/** Says another day or time, where the flow has asked for one before. */
function saysWhen(run: Run, text: string): boolean {
  return run.state.answers.some(({ node: id }) => {
    const node = run.ready.nodes.get(id);
    if (node?.kind !== 'ask' || node.slot.kind !== 'when') return false;
    const type = slotTypeOf(askingIn(run), node);
    return type !== undefined && readAnswer(run, type, text).kind === 'filled';
  });
}

/** What a flow that has asked something does with a tap on one of its offers. */
export function takeTap(run: Run, position: AskingPosition, place: number | 'skip'): Stepped {
  const node = questionAt(run, position);
  if (node === undefined) return lost(run, `question "${position.node}" is not in the flow any more`);
  if (place === 'skip')
    return node.kind === 'ask' && node.to.skipped !== undefined
      ? runNodes(leaving(run), node.to.skipped)
      : tryAgain(run, position, node);
  const offer = position.offers[place];
  return offer === undefined ? tryAgain(run, position, node) : answered(run, position, node, offer.value);
}

/** Puts the open question again, counting nothing against the customer. */
export function repeatQuestion(run: Run, position: AskingPosition): Stepped {
  const node = questionAt(run, position);
  if (node === undefined) return lost(run, `question "${position.node}" is not in the flow any more`);
  return ask(run, node, position);
}

function questionAt(run: Run, position: AskingPosition): QuestionNode | undefined {
  const node = run.ready.nodes.get(position.node);
  return node?.kind === 'ask' || node?.kind === 'choice' || node?.kind === 'pick' ? node : undefined;
}

function readAnswer(run: Run, type: SlotType, text: string): SlotReading {
  const read = (each: string): SlotReading => type.read(each, run.state.language, slotContextIn(run));
  const first = read(text);
  const rest = type.name === 'yes-no' || doesNotKnow(text) ? undefined : correctionIn(text);
  if (rest === undefined || (first.kind === 'filled' && first.whole)) return first;
  const second = read(rest);
  return first.kind === 'not-this' || (second.kind === 'filled' && second.whole) ? second : first;
}

function answered(run: Run, position: AskingPosition, node: QuestionNode, value: SlotValue): Stepped {
  if (node.kind === 'pick') return afterPick(run, position, node, value);
  const left = leaving(run);
  if (node.kind === 'ask') return runNodes(filled(left, node, value), node.to.filled);
  const moved = edge(left, node.to, typeof value === 'string' ? value : JSON.stringify(value), node.id);
  return moved.kind === 'go' ? runNodes(moved.run, moved.to) : moved.stepped;
}

function tryAgain(run: Run, position: AskingPosition, node: QuestionNode): Stepped {
  const tries = position.tries + 1;
  if (tries <= node.retries) {
    const { page } = position;
    const offers = position.which ? offersOf(askingIn(run), node, page) : position.offers;
    return ask(run, node, { tries, offers, which: false, page });
  }
  const left = leaving(run);
  if (node.kind !== 'choice') return runNodes(left, node.to.failed);
  const moved = edge(left, node.to, 'failed', node.id);
  return moved.kind === 'go' ? runNodes(moved.run, moved.to) : moved.stepped;
}

/** "No, Friday": the latest earlier answer of which the rest is another value is taken back, and the flow goes on from there. */
function correct(run: Run, open: QuestionNode, text: string, placed = false): Stepped | undefined {
  const led = correctionIn(text);
  const said = led ?? text;
  const { answers } = run.state;
  for (let index = answers.length - 1; index >= 0; index -= 1) {
    const answer = answers[index];
    const node = answer === undefined ? undefined : run.ready.nodes.get(answer.node);
    if (answer === undefined || node === undefined || node.id === open.id) continue;
    if (node.kind === 'pick') {
      const again = led === undefined ? undefined : pickedInstead(run, node, led);
      if (again === undefined) continue;
      const back = withState(leaving(run), {
        answers: answers.slice(0, index),
        kept: answers.slice(index + 1),
      });
      return runNodes(filled(back, node, again), node.to.picked);
    }
    if (node.kind === 'choice') {
      const again = led === undefined ? undefined : chosenInstead(run, node, led, answer.value);
      if (again === undefined) continue;
      const back = withState(leaving(run), {
        answers: [...answers.slice(0, index), { ...answer, value: again }],
        kept: [],
      });
      const moved = edge(back, node.to, again, node.id);
      return moved.kind === 'go' ? runNodes(moved.run, moved.to) : moved.stepped;
    }
    // What was said of several questions at once is put right at each of them.
    if (node.kind !== 'ask' || node.slot.kind === 'checkout') continue;
    const type = slotTypeOf(askingIn(run), node);
    const address =
      led !== undefined || placed
        ? addressInstead(node, said, slotContextIn(run), answer.value)
        : node.slot.kind === 'address' || node.slot.kind === 'location'
          ? partInstead(said, answer.value)
          : undefined;
    if (address !== undefined && open.kind === 'choice' && !same(address, answer.value))
      return runNodes(
        filled(withState(leaving(run), { answers: answers.slice(0, index), kept: [] }), node, address),
        node.to.filled,
      );
    const read = type?.findsInside === true ? type.read : type?.inside;
    // What was never asked is put right only by what names it: "5" alone is an hour.
    const bare = /^\p{N}+$/u.test(plainWords(said));
    if (read === undefined || (node.assume !== undefined && bare)) continue;
    const reading = read(said, run.state.language, slotContextIn(run));
    // In an open answer ("actually, I live at 5 Main Street") a value inside means nothing, beside a word at most.
    const enough =
      reading.kind === 'filled' &&
      (reading.whole ||
        (led !== undefined && (!isOpenText(open) || fewWords(led))) ||
        // "Could we do Friday instead" to "Shall I book it?", where nobody else wants it.
        (placed && open.kind === 'choice' && node.slot.kind === 'when') ||
        // "No, under the name of Rosa": whatever else stands there, it names somebody.
        (open.kind === 'choice' && node.slot.kind === 'name'));
    if (reading.kind !== 'filled' || !enough) continue;
    if (same(reading.value, answer.value)) continue;
    const later = answers.slice(index + 1).filter(({ node: id }) => {
      const after = run.ready.nodes.get(id);
      return after?.kind === 'ask' && after.slot.kind !== 'yes-no';
    });
    const back = withState(leaving(run), { answers: answers.slice(0, index), kept: later });
    return runNodes(filled(back, node, reading.value), node.to.filled);
  }
  return undefined;
}

function same(one: SlotValue, other: SlotValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** "No, the second one": another entry of a list that was shown before. A bare number may mean anything. */
function pickedInstead(run: Run, node: PickNode, said: string): SlotValue | undefined {
  if (/^\p{N}+$/u.test(plainWords(said))) return undefined;
  const reading = slotTypeOf(askingIn(run), node)?.read(said, run.state.language, slotContextIn(run));
  const picked = reading?.kind === 'filled' && reading.whole ? readPicked(reading.value) : undefined;
  return typeof picked === 'number' ? pickedEntry(scopeIn(run), node, picked) : undefined;
}

/** "No, the credit card": another option than the one that the first message named. */
function chosenInstead(run: Run, node: ChoiceNode, said: string, before: SlotValue): string | undefined {
  const reading = slotTypeOf(askingIn(run), node)?.read(said, run.state.language, slotContextIn(run));
  if (reading?.kind !== 'filled' || reading.value === before) return undefined;
  return typeof reading.value === 'string' ? reading.value : undefined;
}

/** "Skip", the title of the button that says so, or a "no" where that is no answer. */
function skips(run: Run, node: AskNode, text: string): boolean {
  if (
    asksToSkip(text) ||
    doesNotKnow(text) ||
    saysNothingMore(text) ||
    (node.slot.kind !== 'yes-no' && saysNo(text))
  )
    return true;
  return node.skip !== undefined && plainWords(writerIn(run)(node.skip)) === plainWords(text);
}

/**
 * "Cancel it" to a question that wants a yes: the yes itself where that question is about cancelling, which its yes
 * says; otherwise the end of the matter, and never the yes that some languages would read it as. Undefined for an
 * option of the same words, and for other questions.
 */
function cancels(run: Run, position: AskingPosition, node: QuestionNode, text: string): Stepped | undefined {
  const yes = yesOf(run, node);
  if (yes === undefined) return undefined;
  const named = plainWords(text);
  const titles = position.offers.map(({ title }) => plainWords(title));
  if (titles.includes(named)) return undefined;
  const asking = askingIn(run);
  if (speaksOfCancelling(yes.title)) return answered(run, position, node, yes.value);
  if (!speaksOfCancelling(questionBody(asking, node, 0))) return dropped(run);
  return ask(run, node, { ...position, offers: offersOf(asking, node, position.page), which: true });
}

/** "That's all" to a list: none of it, in a flow that still has something to do; the end of one that only shows. */
function wantsNone(run: Run, node: PickNode): Stepped {
  const acts = [...run.ready.nodes.values()].some((each) => each.kind === 'tool' && each.effect);
  return acts && node.to.none !== undefined ? runNodes(leaving(run), node.to.none) : dropped(run);
}

/** What says yes to a question that is answered so. */
function yesOf(
  run: Run,
  node: QuestionNode,
): { readonly title: string; readonly value: SlotValue } | undefined {
  if (node.kind === 'choice') {
    const yes = node.options.find(({ id }) => id === 'yes');
    const asksYesOrNo = node.options.some(({ id }) => id === 'no');
    return yes === undefined || !asksYesOrNo ? undefined : { title: writerIn(run)(yes.title), value: 'yes' };
  }
  return node.kind === 'ask' && node.slot.kind === 'yes-no' ? { title: '', value: true } : undefined;
}

/** "Never mind" where "no" is no answer. */
function dropsIt(node: QuestionNode, text: string): boolean {
  if (!asksToDrop(text, node.kind === 'ask' && node.slot.kind === 'name')) return false;
  const noIsAnswer = node.kind === 'choice' && node.options.some(({ id }) => id === 'no');
  return !(noIsAnswer && saysNo(text));
}

function saysNo(text: string): boolean {
  const reading = yesNoSlot.read(text, '', { at: 0, timeZone: 'UTC', country: '', currency: '' });
  return reading.kind === 'filled' && reading.value === false;
}

function saysYes(text: string): boolean {
  const reading = yesNoSlot.read(text, '', { at: 0, timeZone: 'UTC', country: '', currency: '' });
  return reading.kind === 'filled' && reading.value === true;
}

function dropped(run: Run): Stepped {
  const body = flowWords(run.state.language).dropped;
  return stop(saying(leaving(run), { kind: 'text', body }), { kind: 'dropped' });
}
