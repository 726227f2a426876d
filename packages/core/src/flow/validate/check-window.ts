import { saidAfterWindow } from '../window-closed.ts';
import { blocking, type FlowCheck } from './flow-finding.ts';

/** What WhatsApp would refuse because nobody has written for a day. Clearance refuses it in any case. */
export const checkWindow: FlowCheck = (flow) => {
  const start = flow.nodes.find((node) => node.kind === 'start');
  const scheduled = start?.kind === 'start' && start.triggers.some(({ kind }) => kind === 'schedule');
  return saidAfterWindow(flow, scheduled).map(({ id }) =>
    blocking(
      'window-closed',
      id,
      scheduled
        ? 'a flow with a schedule starts when nobody has written, so this may be said with the 24 h window closed'
        : 'a way leads here on which the customer has been silent for 24 h, so WhatsApp takes no free message',
      'say it with a template, and wait for the answer before anything else is said',
    ),
  );
};
