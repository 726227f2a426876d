import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import { deskOf, readEnvironment } from '../environment.ts';
import { readStackToken } from '../stack-secrets.ts';

/** The running server, and the folder of the business when none is named. Throws when its token is not known. */
export function connectDesk(): {
  readonly client: AmbitClient;
  readonly baseUrl: string;
  readonly business: string;
  /** The data folder. */
  readonly home: string;
} {
  const environment = readEnvironment();
  const desk = deskOf(environment, readStackToken(environment.home));
  if (desk === undefined)
    throw new Error(
      `The token of the server is not known; set AMBIT_TOKEN, or AMBIT_HOME to its data folder (${environment.home} has no secrets.json)`,
    );
  const client = createAmbitClient({ ...desk, fetch: (url, init) => reach(desk.baseUrl, url, init) });
  return { client, baseUrl: desk.baseUrl, business: environment.business, home: environment.home };
}

async function reach(baseUrl: string, url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new Error(
      `The server at ${baseUrl} does not answer; start it, or set AMBIT_DESK_PORT to the port of its desk`,
      { cause },
    );
  });
  if (response.status === 401)
    throw new Error(
      `The server at ${baseUrl} does not take this token; set AMBIT_TOKEN to the one in the address of its desk, or AMBIT_HOME to its data folder`,
    );
  return response;
}
