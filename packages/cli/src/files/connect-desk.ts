import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import { deskOf, readEnvironment } from '../environment.ts';
import { readStackToken } from '../stack-secrets.ts';

/** The running server, and the folder of the business when none is named. Throws when its token is not known. */
export function connectDesk(): {
  readonly client: AmbitClient;
  readonly baseUrl: string;
  readonly business: string;
} {
  const environment = readEnvironment();
  const desk = deskOf(environment, readStackToken(environment.home));
  if (desk === undefined)
    throw new Error(
      `The token of the server is not known; set AMBIT_TOKEN, or AMBIT_HOME to its data folder (${environment.home} has no secrets.json)`,
    );
  return { client: createAmbitClient(desk), baseUrl: desk.baseUrl, business: environment.business };
}
