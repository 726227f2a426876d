import type { KeyObject } from 'node:crypto';
import { verifySignature } from '../signature.ts';
import { errorReportBody, flowAnswerBody, pingBody, type FlowAnswer } from './flow-answer.ts';
import { decryptFlowRequest, EncryptedFlowRequest, encryptFlowResponse } from './flow-crypto.ts';
import { readFlowRequest, type FlowErrorReport, type FlowExchange } from './flow-request.ts';

/**
 * What the endpoint of a Flow knows. `privateKeys`: of `readFlowKey`, two while one is rotated.
 * `appSecrets`: of the app the Flow is connected to. `answer`: decides what comes next; should take
 * less than a second, as phones wait for it. `onErrorReport`: told when Meta could not use an answer.
 */
export type FlowEndpoint = {
  privateKeys: readonly KeyObject[];
  appSecrets: readonly string[];
  answer: (exchange: FlowExchange) => FlowAnswer | Promise<FlowAnswer>;
  onErrorReport?: (report: FlowErrorReport) => void;
};

/**
 * What to answer over HTTP. 200; 400: what was decrypted is not a Flow request; 421: cannot be
 * decrypted (the phone fetches the public key anew and tries again); 427: the Flow's token is no
 * longer valid; 432: not signed by Meta. `body`: base64 or empty. `why`: for the log, without content.
 */
export type FlowHttpAnswer = {
  status: 200 | 400 | 421 | 427 | 432;
  contentType: 'text/plain';
  body: string;
  why?: string;
};

/**
 * Answers one POST to a Flow's endpoint. `rawBody`: untouched. `signature`: the
 * `X-Hub-Signature-256` header. Throws only what `answer` throws: answer that with 500.
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows" and "Error codes".
 */
export async function handleFlowRequest(
  { rawBody, signature }: { rawBody: Uint8Array; signature: string | undefined },
  endpoint: FlowEndpoint,
): Promise<FlowHttpAnswer> {
  if (!verifySignature(rawBody, signature, endpoint.appSecrets))
    return refused(432, 'the signature is not of one of the app secrets');
  const envelope = EncryptedFlowRequest.safeParse(jsonIn(rawBody));
  if (!envelope.success) return refused(421, 'the body is not an encrypted Flow request');
  const opened = decryptFlowRequest(envelope.data, endpoint.privateKeys);
  if (opened.kind === 'undecryptable') return refused(421, 'none of the private keys opens the request');

  const { session } = opened;
  const request = readFlowRequest(opened.plain);
  switch (request.kind) {
    case 'ping':
      return answered(200, encryptFlowResponse(pingBody, session));
    case 'error-report':
      endpoint.onErrorReport?.(request);
      return answered(200, encryptFlowResponse(errorReportBody, session));
    case 'exchange': {
      const answer = await endpoint.answer(request);
      const status = answer.kind === 'invalid-token' ? 427 : 200;
      return answered(status, encryptFlowResponse(flowAnswerBody(answer), session));
    }
    case 'unreadable':
      return refused(400, `the request was decrypted, but ${request.why}`);
  }
}

function answered(status: 200 | 427, body: string): FlowHttpAnswer {
  return { status, contentType: 'text/plain', body };
}

function refused(status: 400 | 421 | 432, why: string): FlowHttpAnswer {
  return { status, contentType: 'text/plain', body: '', why };
}

function jsonIn(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    // Not JSON: the schema says so.
    return undefined;
  }
}
