import type { Hono } from 'hono';
import { BusinessEvent, type BusinessEventTaken } from '@ambit/sdk/business-event';
import { takeEvent } from '../../pipeline/take-event.ts';
import { apiError } from './api-error.ts';
import { readBody } from './read-body.ts';

/** What the business's own systems tell: it starts the flow that has the event as a trigger. */
export function addEventRoute(app: Hono, needs: Parameters<typeof takeEvent>[0]): void {
  app.post('/api/events', async (c) => {
    const body = await readBody(c, BusinessEvent);
    if (body.kind === 'answer') return body.response;
    const taken = await takeEvent(needs, body.value);
    switch (taken.kind) {
      case 'taken': {
        const { messageId, state, repeated } = taken;
        return c.json({ messageId, state, repeated } satisfies BusinessEventTaken);
      }
      case 'no-flow':
        return apiError(c, 404, {
          code: 'not-found',
          message: `No flow is started by the event "${body.value.event}".`,
          fix: 'Give the start of a flow the trigger { kind: event, event: … }, and publish it.',
        });
      case 'no-contact':
        return apiError(c, 404, {
          code: 'not-found',
          message: 'Nobody with this phone has written.',
          fix: 'Send digits with the country code; a customer is known from their first message on.',
        });
    }
  });
}
