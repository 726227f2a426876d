import { namedIn } from '../slot/choice-slot.ts';
import type { ChoiceNode } from './flow-question.ts';
import { flowWords } from './flow-words.ts';
import { edge, type Moved } from './moved.ts';
import { saying, withState, writerIn, type Run } from './run.ts';

/** What asks whether to do something, or stands for whatever is not named, is never taken as said. */
const neverEarly: ReadonlySet<string> = new Set(['yes', 'no', 'other', 'none', 'unsure']);

/**
 * Goes the way of the one option that the text which started the flow names, and says so; undefined when
 * it names none or several, when it was read for this node before, or for a choice that asks for a yes.
 */
export function takeEarly(run: Run, node: ChoiceNode): Moved | undefined {
  const { said, read, language } = run.state;
  const mark = `choice ${node.id}`;
  if (node.always === true || said === '' || read.includes(mark)) return undefined;
  if (node.options.some(({ id }) => id === 'yes' || id === 'no')) return undefined;
  const write = writerIn(run);
  const options = node.options.map(({ id, title, says }) => ({ value: id, title: write(title), says }));
  const [named, other] = namedIn(options, said);
  if (named === undefined || other !== undefined || neverEarly.has(named.value)) return undefined;
  const noted = withState(run, {
    read: [...read, mark],
    answers: [...run.state.answers, { node: node.id, variable: mark, value: named.value }],
  });
  const body = flowWords(language).taken(named.title);
  return edge(saying(noted, { kind: 'text', body }), node.to, named.value, node.id);
}
