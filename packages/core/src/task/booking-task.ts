import type { Business, Task } from '../business/business.ts';

/** The task whose flow books; undefined for a business that books nothing. */
export function bookingTask(business: Business): Task | undefined {
  return business.agent.tasks.find(({ id, does, flow = id }) => {
    if (does !== 'flow') return false;
    return business.flows.some(
      (each) =>
        each.id === flow &&
        each.nodes.some((node) => node.kind === 'tool' && node.tool === 'book-appointment'),
    );
  });
}
