import { actForm } from './act-form.ts';
import { api } from './api.ts';
import { el } from './dom.ts';
import { textOf } from './json-value.ts';
import { button } from './panel-parts.ts';

/** Codes worth offering; any other can be typed. Titles as Meta gives them, shortened; read 2026-11-21. */
const codes = [
  '1 API unknown',
  '2 API service',
  '4 Too many calls',
  '10 Permission denied',
  '33 Object unknown',
  '100 Invalid parameter',
  '190 Token expired',
  '368 Blocked for policy violations',
  '80007 Account rate limit',
  '130429 Throughput',
  '130472 Experiment',
  '130497 Country restricted',
  '131000 Something went wrong',
  '131005 Access denied',
  '131008 Parameter missing',
  '131009 Parameter invalid',
  '131016 Service unavailable',
  '131021 Recipient is sender',
  '131026 Undeliverable',
  '131031 Account locked',
  '131037 Display name approval needed',
  '131042 Payment issue',
  '131045 Certificate',
  '131047 Window closed',
  '131048 Spam rate limit',
  '131049 Ecosystem engagement',
  '131050 Marketing stopped',
  '131051 Unsupported type',
  '131052 Media download',
  '131053 Media upload',
  '131056 Pair rate limit',
  '131057 Maintenance',
  '131062 BSUID unsupported',
  '131063 Marketing disabled here',
  '131064 Classification violations',
  '132000 Parameter count',
  '132001 Template unknown',
  '132005 Text too long',
  '132007 Template policy',
  '132012 Parameter format',
  '132015 Template paused',
  '132016 Template disabled',
  '132068 Flow blocked',
  '132069 Flow throttled',
  '133010 Number not registered',
  '134100 Only marketing here',
  '137000 Identity mismatch',
  '139200 Direct Send blocked',
] as const;

/** Arms failures of the next Graph calls. */
export function faultForm(): HTMLElement {
  return el(
    'div',
    {},
    actForm({
      label: 'Let the next calls fail',
      submit: 'Arm',
      fields: [
        {
          kind: 'choice',
          name: 'what',
          label: 'Which calls',
          options: [
            ['send', 'Sends'],
            ['media', 'Fetching of files'],
            ['management', 'Every other call'],
          ],
        },
        { kind: 'number', name: 'count', label: 'How many', value: 1, min: 1, max: 1_000_000 },
        {
          kind: 'choice',
          name: 'mode',
          label: 'How they fail',
          options: [
            ['error', 'With an error code'],
            ['refuse-429', 'With HTTP 429 and Retry-After'],
            ['timeout-before-accept', 'Time-out, not accepted'],
            ['timeout-after-accept', 'Time-out, but accepted'],
            ['cut-before', 'Connection cut, not accepted'],
            ['cut-after', 'Connection cut, but accepted'],
          ],
        },
        {
          kind: 'text',
          name: 'code',
          label: 'Error code (any number)',
          value: '131056 Pair rate limit',
          suggestions: codes,
        },
        { kind: 'number', name: 'httpStatus', label: 'HTTP status (empty: Meta’s)', min: 400, max: 599 },
        { kind: 'number', name: 'retryAfterS', label: 'Retry-After, seconds', min: 0 },
      ],
      send: async ({ code, mode, retryAfterS, ...rest }) => {
        const number = Number(/^\s*(\d+)/.exec(textOf(code))?.[1] ?? Number.NaN);
        if (mode === 'error' && Number.isNaN(number))
          throw new Error('The error code must begin with a number.');
        const wait = retryAfterS ?? (mode === 'refuse-429' ? 5 : undefined);
        await api.failNext({
          ...rest,
          mode,
          ...(mode === 'error' ? { code: number } : {}),
          ...(wait === undefined ? {} : { retryAfterS: wait }),
        });
        return 'Armed.';
      },
    }),
    button('Disarm all', () => {
      void api.failNext({ count: 0 });
    }),
  );
}
