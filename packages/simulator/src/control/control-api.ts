import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readJson } from '../http/http-body.ts';
import type { SimulatorControl } from './control.ts';
import { controlRoutes, type Route } from './routes.ts';

const maxBodyBytes = 32_000_000;

/** Answers `/sim/*` for callers already let in. `/sim/events` and media live elsewhere. */
export function createControlApi(
  control: SimulatorControl,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const routes = controlRoutes(control);
  return (request, response, url) =>
    answer(
      routes.filter((route) => route.path.test(url.pathname)),
      request,
      response,
      url,
    );
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const route = routes.find((one) => one.method === request.method);
  if (route === undefined) {
    request.resume();
    answerJson(response, routes.length > 0 ? 405 : 404, {
      error: `The simulator has no ${request.method ?? ''} ${url.pathname}.`,
    });
    return;
  }
  const read = await readJson(request, maxBodyBytes);
  if (read.kind === 'cut') return;
  if (read.kind !== 'read') {
    answerJson(response, read.kind === 'too-large' ? 413 : 400, {
      error: read.kind === 'too-large' ? 'The body is larger than 32 MB.' : 'The body is not valid JSON.',
    });
    return;
  }
  const key = decoded(route.path.exec(url.pathname)?.[1] ?? '');
  const { status, value } = await route.answer({ key, query: url.searchParams, body: read.body });
  answerJson(response, status, value);
}

/** The text of a path segment; a malformed one stays as it is and is found nowhere. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
