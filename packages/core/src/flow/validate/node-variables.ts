import { templateValues } from '../flow-content.ts';
import { edgesOf } from '../flow-node.ts';
import { wordings } from '../flow-text.ts';
import type { LinkedNode } from '../flow.ts';
import { parseTemplate, pathsIn } from '../text-template.ts';
import { textsOf } from './node-texts.ts';

/**
 * A variable that a node reads. `optional`: it says something sensible without it, as a text of
 * several lines does, which leaves the line out.
 */
export type VariableRead = { readonly name: string; readonly optional: boolean };

/** What a node reads of the flow's variables, by their first names. */
export function readsOf(node: LinkedNode): readonly VariableRead[] {
  const shown = textsOf(node).flatMap(({ text }) =>
    wordings(text).flatMap(([, wording]) => readsInText(wording)),
  );
  const reads = [...shown, ...hiddenReads(node)].map((read) => ({ ...read, name: root(read.name) }));
  return node.kind === 'pick' ? reads.filter(({ name }) => name !== 'item') : reads;
}

function hiddenReads(node: LinkedNode): readonly VariableRead[] {
  switch (node.kind) {
    case 'ask':
      return [...optional(node.said ?? ''), ...optional(node.known ?? ''), ...readsOfPick(node)];
    case 'pick':
      return [
        { name: node.from, optional: true },
        ...[...node.says, node.image ?? '', node.as ?? '', node.said ?? ''].flatMap(optional),
      ];
    case 'condition':
      return node.if.groups.flatMap(({ tests }) =>
        tests.flatMap((test) => [
          { name: test.variable, optional: test.kind === 'set' || test.kind === 'unset' },
          ...('value' in test ? [test.value].flat() : []).flatMap((value) =>
            typeof value === 'string' ? required(value) : [],
          ),
        ]),
      );
    case 'set':
      return Object.values(node.values).flatMap((value) =>
        typeof value === 'string' ? required(value) : [],
      );
    case 'tool':
      // An input that is one variable is left out when it is not set.
      return Object.values(node.input).flatMap(optional);
    case 'knowledge':
      return required(node.question);
    case 'model':
      return node.sees.map((name) => ({ name, optional: true }));
    case 'hand-off':
      return optional(node.why);
    case 'message':
      return contentReads(node);
    case 'start':
    case 'choice':
    case 'detect-language':
    case 'wait':
    case 'jump':
    case 'consent':
    case 'split':
    case 'resolve':
    case 'end':
      return [];
  }
}

function readsOfPick({ slot }: Extract<LinkedNode, { kind: 'ask' }>): readonly VariableRead[] {
  if (slot.kind !== 'pick') return [];
  const entry = [slot.title, slot.value].flatMap(required).filter(({ name }) => root(name) !== 'item');
  return [{ name: slot.from, optional: false }, ...entry];
}

function contentReads({ say }: Extract<LinkedNode, { kind: 'message' }>): readonly VariableRead[] {
  switch (say.kind) {
    case 'media':
    case 'cta':
      return required(say.url);
    case 'template':
      // Unlike other texts: without a value, Meta refuses the whole message.
      return templateValues(say).flatMap(([, text]) =>
        wordings(text).flatMap(([, wording]) => required(wording)),
      );
    case 'product':
      return [say.products, say.as ?? ''].flat().flatMap(optional);
    case 'text':
    case 'buttons':
    case 'list':
    case 'form':
      return [];
  }
}

function required(text: string): readonly VariableRead[] {
  return pathsIn(text).map((name) => ({ name, optional: false }));
}

function optional(text: string): readonly VariableRead[] {
  return pathsIn(text).map((name) => ({ name, optional: true }));
}

/** Variables of one line among several may be missing. */
function readsInText(text: string): readonly VariableRead[] {
  const several =
    parseTemplate(text).filter((line) => line.some((piece) => piece.kind === 'words')).length > 1;
  return pathsIn(text).map((name) => ({ name, optional: several }));
}

function root(path: string): string {
  return path.split('.')[0] ?? path;
}

/** What is set when a node comes out a certain way. */
export function setsOf(node: LinkedNode, outcome: string): readonly string[] {
  switch (node.kind) {
    case 'ask':
      if (outcome === 'onward' && node.onward !== undefined) return [node.onward.save];
      return outcome === 'filled' ? [node.save] : [];
    case 'pick':
      if (outcome === 'picked') return [node.save];
      if (outcome === 'onward' && node.onward !== undefined) return [node.onward.save];
      return outcome === 'refined' && node.refine !== undefined ? [node.refine.save] : [];
    case 'set':
      return [...Object.keys(node.values), ...Object.keys(node.add)];
    case 'tool':
      return node.save === undefined || outcome === 'failed' || outcome === 'in-doubt' ? [] : [node.save];
    case 'detect-language':
      return node.save === undefined ? [] : [node.save];
    case 'wait':
      return outcome === 'replied' && node.save !== undefined ? [node.save] : [];
    case 'choice':
      if (outcome === 'onward' && node.onward !== undefined) return [node.onward.save];
      return outcome === 'changed' && node.change !== undefined ? [node.change.save] : [];
    case 'start':
    case 'message':
    case 'condition':
    case 'knowledge':
    case 'model':
    case 'jump':
    case 'consent':
    case 'split':
    case 'hand-off':
    case 'resolve':
    case 'end':
      return [];
  }
}

/** Whether a customer agreed to something when a node comes out a certain way. */
export function confirms(node: LinkedNode, outcome: string): boolean {
  if (node.kind === 'choice') return !['failed', 'silent', 'changed', 'onward'].includes(outcome);
  return node.kind === 'ask' && node.slot.kind === 'yes-no' && outcome === 'filled';
}

/** Every name a node may set. */
export function everySetOf(node: LinkedNode): readonly string[] {
  return [...new Set(edgesOf(node).flatMap(([outcome]) => setsOf(node, outcome)))];
}
