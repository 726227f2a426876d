import type { LogEntry } from '../sim-log.ts';
import { isRecord, parseJson, recordOf, recordsOf, textOf } from './json-value.ts';

export type LogWords = { tone: 'good' | 'warn' | 'bad'; label: string; about: string; result: string };

/** One log entry in a line. */
export function logWords(entry: LogEntry): LogWords {
  switch (entry.kind) {
    case 'graph-call': {
      const label = `${entry.method} ${pathOf(entry).replace(/^\/(v[\d.]+\/)?/, '')}`;
      const about = aboutCall(entry.body);
      switch (entry.outcome.kind) {
        case 'accepted':
          return { tone: 'good', label, about, result: 'accepted' };
        case 'marked-read':
          return { tone: 'good', label, about: 'read', result: 'marked read' };
        case 'answered':
          return { tone: 'good', label, about, result: '200' };
        case 'rejected':
          return { tone: 'bad', label, about, result: `${entry.outcome.httpStatus} · ${entry.outcome.code}` };
        case 'fault':
          return { tone: 'warn', label, about, result: entry.outcome.mode };
      }
    }
    case 'flow-exchange': {
      const { outcome } = entry;
      const good = outcome.kind === 'answered';
      return {
        tone: good ? 'good' : 'bad',
        label: 'Flow endpoint',
        about: textOf(recordOf(entry.request)['action']),
        result: good
          ? `200 · ${entry.tookMs} ms`
          : outcome.kind === 'refused'
            ? String(outcome.status)
            : 'no answer',
      };
    }
    case 'webhook-attempt': {
      const label = `Webhook ${entry.webhookId}${entry.duplicate ? ' again' : ''}`;
      const about = aboutWebhook(entry.body);
      switch (entry.outcome.kind) {
        case 'delivered':
          return { tone: 'good', label, about, result: `200 · ${entry.tookMs} ms` };
        case 'refused':
          return { tone: 'bad', label, about, result: `${entry.outcome.status} · attempt ${entry.attempt}` };
        case 'unreachable':
          return { tone: 'bad', label, about, result: 'unreachable' };
        case 'dropped':
          return { tone: 'warn', label, about, result: 'lost' };
      }
    }
  }
}

function aboutCall(body: unknown): string {
  const type = textOf(recordOf(body)['type']);
  if (type !== 'interactive' && type !== 'template') return type;
  const inner = recordOf(recordOf(body)[type]);
  return textOf(inner[type === 'template' ? 'name' : 'type']) || type;
}

/** What a webhook carries: fields, or of messages and statuses their types. */
function aboutWebhook(body: string): string {
  const parsed = parseJson(body);
  if (!isRecord(parsed)) return 'raw';
  const words = recordsOf(parsed['entry'])
    .flatMap((entry) => recordsOf(entry['changes']))
    .flatMap((change) => {
      const value = recordOf(change['value']);
      const items = [...recordsOf(value['messages']), ...recordsOf(value['statuses'])];
      const named = items.map((item) => textOf(item['status']) || textOf(item['type']));
      return named.length > 0 ? named : [textOf(change['field'])];
    });
  const most = 3;
  return words.length > most
    ? `${words.slice(0, most).join(', ')} +${words.length - most}`
    : words.join(', ');
}

/** The parts of an entry worth reading, each with a title. */
export function logBodies(entry: LogEntry): readonly { title: string; text: string }[] {
  const pretty = (value: unknown): string => JSON.stringify(value, null, 2) ?? '';
  switch (entry.kind) {
    case 'graph-call':
      return [
        ...(entry.body === null || entry.body === undefined
          ? []
          : [{ title: 'Request', text: pretty(entry.body) }]),
        ...(entry.answer === undefined ? [] : [{ title: 'Answer', text: pretty(entry.answer) }]),
      ];
    case 'flow-exchange':
      return [
        { title: 'Request, before it was encrypted', text: pretty(entry.request) },
        { title: 'Answer, decrypted', text: pretty(entry.answer) },
        ...(entry.outcome.kind === 'answered' ? [] : [{ title: 'Problem', text: entry.outcome.problem }]),
      ];
    case 'webhook-attempt': {
      const parsed = parseJson(entry.body);
      const { outcome } = entry;
      const answer =
        outcome.kind === 'refused' ? outcome.answer : outcome.kind === 'unreachable' ? outcome.problem : '';
      return [
        { title: 'Body', text: parsed === undefined ? entry.body : pretty(parsed) },
        ...(answer === '' ? [] : [{ title: 'Answer', text: answer }]),
      ];
    }
  }
}

/** The same call for a terminal. Secrets are named, not told: the page does not know them. */
export function curlOf(entry: LogEntry, simulatorUrl: string, webhookUrl: string): string {
  switch (entry.kind) {
    case 'graph-call': {
      const head = `curl -X ${entry.method} ${quoted(simulatorUrl + pathOf(entry))} \\\n  -H "Authorization: Bearer $WHATSAPP_ACCESS_TOKEN"`;
      if (entry.method === 'GET' || entry.body === null || entry.body === undefined) return head;
      return `${head} \\\n  -H 'Content-Type: application/json' \\\n  -d ${quoted(JSON.stringify(entry.body))}`;
    }
    case 'flow-exchange':
      return signedPost(entry.url, entry.body);
    case 'webhook-attempt':
      return signedPost(webhookUrl, entry.body);
  }
}

function pathOf({ path, query }: { path: string; query?: string }): string {
  return query === undefined ? path : `${path}?${query}`;
}

function signedPost(url: string, body: string): string {
  return [
    `BODY=${quoted(body)}`,
    `SIGNATURE=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$WHATSAPP_APP_SECRET" -r | cut -d' ' -f1)`,
    `curl -X POST ${quoted(url)} -H 'Content-Type: application/json' \\\n  -H "X-Hub-Signature-256: sha256=$SIGNATURE" -d "$BODY"`,
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
