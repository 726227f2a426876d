import type { FailNext } from '../chaos.ts';
import { refused, type GraphReply } from './call.ts';
import { graphError } from './graph-error.ts';

/**
 * Fails a call as planned, with its Retry-After. Where there is nothing to accept, before and after are the same.
 * `usualStatus`: for errors that say no status of their own.
 */
export function plannedReply(fault: FailNext, usualStatus?: number): GraphReply {
  switch (fault.mode) {
    case 'error':
    case 'fail-by-webhook':
    case 'refuse-429': {
      const isLimit = fault.mode === 'refuse-429';
      const status = isLimit ? 429 : (fault.httpStatus ?? usualStatus);
      return refused(
        graphError(fault.code ?? (isLimit ? 130429 : 131000), 'Planned by the simulator.', status),
        fault.retryAfterS === undefined ? {} : { 'retry-after': String(fault.retryAfterS) },
      );
    }
    case 'timeout-before-accept':
    case 'timeout-after-accept':
      return { outcome: { kind: 'fault', mode: fault.mode }, send: { kind: 'hang' } };
    case 'cut-before':
    case 'cut-after':
      return { outcome: { kind: 'fault', mode: fault.mode }, send: { kind: 'cut' } };
  }
}
