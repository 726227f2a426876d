import { createServer, type Server } from 'node:http';
import { readFlowKey } from '@ambit/whatsapp/flows/flow-keys';
import { handleFlowRequest, type FlowEndpoint } from '@ambit/whatsapp/flows/handle-flow-request';

/** A server for a Flow that asks for a day and books it. */
export function createBookingServer(privatePem: string, passphrase: string, appSecret: string): Server {
  const endpoint: FlowEndpoint = {
    privateKeys: [readFlowKey(privatePem, passphrase)],
    appSecrets: [appSecret],
    answer({ action, data, flowToken }) {
      if (flowToken === undefined) return { kind: 'invalid-token', message: 'Please ask us for a new form' };
      if (action !== 'data-exchange')
        return { kind: 'screen', screen: 'DAY', data: { days: ['Monday', 'Tuesday'] } };
      return { kind: 'finish', flowToken, params: { day: data['day'] } };
    },
  };
  return createServer((request, response) => {
    const pieces: Uint8Array[] = [];
    request.on('data', (piece: Uint8Array) => pieces.push(piece));
    request.on('end', () => {
      const header = request.headers['x-hub-signature-256'];
      const signature = typeof header === 'string' ? header : undefined;
      handleFlowRequest({ rawBody: Buffer.concat(pieces), signature }, endpoint).then(
        (answer) =>
          response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body),
        () => response.writeHead(500).end(),
      );
    });
  });
}
