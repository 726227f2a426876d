import type { SlotValue } from '../slot/slot-type.ts';
import { saysYesOrNo } from '../slot/yes-no-slot.ts';
import { ask, filled } from './ask-question.ts';
import { offersOf } from './flow-question.ts';
import type { FlowPosition } from './flow-state.ts';
import { lost, withVariable } from './moved.ts';
import type { PickNode } from './pick-node.ts';
import { pickedEntry, readPicked } from './pick-question.ts';
import { asksToRefine } from './refine-words.ts';
import { runNodes } from './run-nodes.ts';
import { askingIn, leaving, scopeIn, slotContextIn, type Run, type Stepped } from './run.ts';

/** Goes on with what the customer picked: an entry, none of them, or the next page. */
export function afterPick(
  run: Run,
  position: Extract<FlowPosition, { kind: 'asking' }>,
  node: PickNode,
  value: SlotValue,
): Stepped {
  const picked = readPicked(value);
  if (picked === 'none' && node.to.none !== undefined) return runNodes(leaving(run), node.to.none);
  if (picked === 'more') {
    const page = (position.page ?? 0) + 1;
    const offers = offersOf(askingIn(run), node, page);
    if (offers.length > 0) return ask(run, node, { tries: 0, offers, which: false, page });
    if (node.to.more !== undefined) return runNodes(leaving(run), node.to.more);
  }
  const entry = typeof picked === 'number' ? pickedEntry(scopeIn(run), node, picked) : undefined;
  if (entry === undefined) return lost(run, `"${node.id}" does not have what was picked`);
  return runNodes(filled(leaving(run), node, entry), node.to.picked);
}

/**
 * Takes a text that fits no entry as another wish for the same search: at once when it reads as one
 * ("cheaper", "in black"), otherwise when nobody else wants it. Undefined where the node takes none.
 */
export function refined(run: Run, node: PickNode, text: string, placed: boolean): Stepped | undefined {
  const { refine, to } = node;
  if (refine === undefined || to.refined === undefined || saysYesOrNo(text, run.state.language))
    return undefined;
  if (refine.reads !== undefined) {
    const read = run.ready.setting.slotTypes
      .get(refine.reads)
      ?.read(text, run.state.language, slotContextIn(run));
    if (read?.kind !== 'filled' || (!read.whole && !placed)) return undefined;
    return runNodes(withVariable(leaving(run), refine.save, read.value), to.refined);
  }
  if (!placed && !asksToRefine(text, refine.says)) return undefined;
  return runNodes(withVariable(leaving(run), refine.save, text.trim()), to.refined);
}
