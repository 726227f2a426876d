import { shippedLanguage } from '../language/language.ts';
import type { SlotValue } from '../slot/slot-type.ts';
import { putQuestion, readInWords } from './ask-question.ts';
import type { LinkedNode } from './flow.ts';
import { languageFor } from './language-for.ts';
import { valueAt } from './flow-values.ts';
import { meetsCondition } from './meets-condition.ts';
import { edge, go, halt, lost, withVariable, type Moved } from './moved.ts';
import {
  localeIn,
  saying,
  scopeIn,
  stop,
  withState,
  withTimer,
  writerIn,
  type Run,
  type Stepped,
} from './run.ts';
import { renderText } from './render-text.ts';
import { splitWay } from './split-way.ts';
import { solePath } from './text-template.ts';
import { plainText, writeContent } from './write-content.ts';

/**
 * The most nodes one event may lead through. A valid flow needs far fewer, since every way back is a
 * jump with a maximum; beyond it, a person takes over.
 */
export const mostNodes = 500;

/** Runs node after node, from this one, until one has to wait for something or the flow is over. */
export function runNodes(from: Run, first: string): Stepped {
  let run = from;
  let id = first;
  for (let count = 0; count < mostNodes; count += 1) {
    const node = run.ready.nodes.get(id);
    if (node === undefined) return lost(run, `Node "${id}" is not in the flow`);
    const moved = runNode(run, node);
    if (moved.kind === 'stopped') return moved.stepped;
    ({ run, to: id } = moved);
  }
  return lost(run, `The flow went through ${mostNodes} nodes without waiting for anything`);
}

function runNode(run: Run, node: LinkedNode): Moved {
  switch (node.kind) {
    case 'start':
      return go(run, node.to.then);
    case 'message': {
      const token = `${run.state.flow}:${node.id}`;
      const content = writeContent(node.say, writerIn(run), {
        language: run.state.language,
        token,
        linkHosts: run.ready.setting.linkHosts ?? [],
        templates: run.ready.setting.templates ?? [],
      });
      if (content === undefined) return halt(lost(run, `message "${node.id}" has nothing to say`));
      return go(saying(run, content), node.to.then);
    }
    case 'ask':
    case 'choice':
    case 'pick':
      return putQuestion(run, node);
    case 'condition': {
      const met = meetsCondition(run.ready, node.if, scopeIn(run), localeIn(run));
      return go(run, met ? node.to.yes : node.to.no);
    }
    case 'set':
      return go(setValues(run, node), node.to.then);
    case 'tool':
      return callTool(run, node);
    case 'knowledge': {
      const text = writerIn(run)(node.question);
      if (text === '') return go(run, node.to.unknown);
      const language = shippedLanguage(run.state.language);
      const spoken = language === undefined ? {} : { language };
      return awaiting(run, node.id, { kind: 'retrieve', text, most: 5, ...spoken });
    }
    case 'model': {
      const scope = scopeIn(run);
      const write = writerIn(run);
      // What the customer wrote goes beside the rest: it is a question, not something to go by.
      const sees = node.sees
        .filter((name) => name !== 'said')
        .map((name) => [name, seen(valueAt(scope, name))] as const);
      return awaiting(run, node.id, {
        kind: 'ask-model',
        instructions: node.instructions,
        sees: Object.fromEntries(sees.filter(([, text]) => text !== '')),
        said: node.sees.includes('said') ? write('{{said}}') : '',
        otherwise: write(node.otherwise),
        language: run.state.language,
      });
    }
    case 'detect-language': {
      const { heard } = run.state;
      const language = languageFor(run.ready.flow.languages, heard);
      const saved = node.save === undefined ? run : withVariable(run, node.save, heard ?? run.state.language);
      if (language === undefined) return go(saved, heard === undefined ? node.to.spoken : node.to.other);
      return go(withState(saved, { language }), node.to.spoken);
    }
    case 'wait': {
      const number = run.state.asked + 1;
      const timed = withTimer(withState(run, { asked: number }), number, node.minutes);
      return halt(stop(timed, { kind: 'waiting' }, { kind: 'waiting', node: node.id, number }));
    }
    case 'jump': {
      const taken = run.state.jumps[node.id] ?? 0;
      if (taken >= node.most) return go(run, node.to.exceeded);
      const jumps = { ...run.state.jumps, [node.id]: taken + 1 };
      // What is asked again is meant to be answered again, and words that a node names may hold it again.
      const read = run.state.read.filter((mark) => !mark.startsWith(readInWords));
      return go(withState(run, { jumps, kept: [], read }), node.to.then);
    }
    case 'split': {
      const way = splitWay(node.ways, `${run.state.flow}:${node.id}:${run.event.contact.id}`);
      return edge(run, node.to, way, node.id);
    }
    case 'consent': {
      const { purpose, given } = node;
      const consents = [...(run.state.consents ?? []), { purpose, given }];
      return go(withState(run, { consents }), node.to.then);
    }
    case 'hand-off': {
      const lead = node.text === undefined ? '' : writerIn(run)(node.text);
      const queue = node.queue === undefined ? '' : writerIn(run)(node.queue);
      return halt(
        stop(run, {
          kind: 'handed-off',
          why: renderText(run.ready.template(node.why), scopeIn(run), localeIn(run), '–'),
          ...(queue === '' ? {} : { queue }),
          ...(lead === '' ? {} : { lead }),
        }),
      );
    }
    case 'resolve': {
      const content = node.text === undefined ? undefined : plainText(writerIn(run)(node.text));
      return halt(stop(saying(run, content), { kind: 'resolved' }));
    }
    case 'end':
      return halt(stop(run, { kind: 'ended' }));
  }
}

/** A value as a model reads it. */
function seen(value: SlotValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function setValues(run: Run, node: Extract<LinkedNode, { kind: 'set' }>): Run {
  const scope = scopeIn(run);
  const write = writerIn(run);
  const variables: Record<string, SlotValue> = { ...run.state.variables };
  for (const [name, value] of Object.entries(node.values)) {
    const path = typeof value === 'string' ? solePath(value) : undefined;
    variables[name] =
      path === undefined
        ? typeof value === 'string'
          ? write(value)
          : value
        : (valueAt(scope, path) ?? null);
  }
  for (const [name, amount] of Object.entries(node.add)) {
    const before = variables[name];
    variables[name] = (typeof before === 'number' ? before : 0) + amount;
  }
  return withState(run, { variables });
}

function callTool(run: Run, node: Extract<LinkedNode, { kind: 'tool' }>): Moved {
  const write = writerIn(run);
  const input = Object.entries(node.input)
    .map(([name, text]) => [name, write(text)] as const)
    .filter(([, text]) => text !== '');
  // What was done with an answer cannot be undone by correcting the answer.
  const sealed = node.effect ? withState(run, { answers: [], kept: [] }) : run;
  return awaiting(sealed, node.id, {
    kind: 'call-tool',
    tool: node.tool,
    input: Object.fromEntries(input),
    effect: node.effect,
  });
}

function awaiting(run: Run, node: string, call: Extract<Stepped['next'], { kind: 'await' }>['call']): Moved {
  return halt({
    state: { ...run.state, position: { kind: 'calling', node } },
    next: { kind: 'await', call },
  });
}
