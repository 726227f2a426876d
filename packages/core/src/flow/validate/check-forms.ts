import type { LinkedFlow, LinkedNode } from '../flow.ts';
import { warning, type FlowCheck } from './flow-finding.ts';

/** Whether somebody waits for what is filled into a form: otherwise its answers go to people. */
export const checkForms: FlowCheck = (flow) =>
  flow.nodes
    .filter((node) => node.kind === 'message' && node.say.kind === 'form')
    .filter((node) => !isHeard(flow, node))
    .map(({ id }) =>
      warning(
        'form-unheard',
        id,
        'nothing waits for what is filled into this form, so it goes to people',
        'follow it with a node of kind wait that saves it',
      ),
    );

/** Whether a wait that saves comes next, with nothing but messages before it. */
function isHeard(flow: LinkedFlow, form: LinkedNode): boolean {
  const passed = new Set<string>();
  let at: LinkedNode | undefined = form;
  while (at?.kind === 'message' && !passed.has(at.id)) {
    passed.add(at.id);
    const then: string = at.to.then;
    at = flow.nodes.find(({ id }) => id === then);
  }
  return at?.kind === 'wait' && at.save !== undefined;
}
