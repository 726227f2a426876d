import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { listenOnLoopback } from './loopback-server.ts';

const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** What was asked, as OpenAI's chat protocol has it. */
export type AskedChat = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly instructions: string;
  readonly input: string;
};

/** How a model answers: with a text and what it counted, with any body at all, or too late. */
export type ChatReply =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly tokens?: readonly [input: number, output: number];
    }
  | { readonly kind: 'body'; readonly status: number; readonly body: string }
  | { readonly kind: 'silent' };

/** A model server on loopback that speaks OpenAI's chat protocol. */
export type ModelServer = {
  /** Without `/chat/completions`. */
  readonly url: string;
  readonly asked: AskedChat[];
  /** From now on; asked anew for each request. */
  answers(reply: (asked: AskedChat) => ChatReply): void;
  stop(): Promise<void>;
};

/** Starts it. Source of the protocol: OpenAI API reference, "Create chat completion", read 2026-11-22. */
export async function startModelServer(): Promise<ModelServer> {
  const asked: AskedChat[] = [];
  let reply: (one: AskedChat) => ChatReply = () => ({ kind: 'text', text: 'NO_ANSWER' });
  const server = createServer((request, response) => {
    void (async () => {
      const { model, messages } = ChatRequest.parse(await json(request));
      const said = (role: string): string =>
        messages.flatMap((message) => (message.role === role ? [message.content] : [])).join('\n');
      const one = {
        path: request.url ?? '',
        authorization: request.headers.authorization,
        model,
        instructions: said('system'),
        input: said('user'),
      };
      asked.push(one);
      const given = reply(one);
      if (given.kind === 'silent') return;
      const answer = given.kind === 'body' ? given : { status: 200, body: completion(model, given) };
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    })().catch(() => response.destroy());
  });
  const { host, stop } = await listenOnLoopback(server);
  return {
    url: `http://${host}/v1`,
    asked,
    answers(next) {
      reply = next;
    },
    stop,
  };
}

function completion(
  model: string,
  { text, tokens = [300, 40] }: Extract<ChatReply, { kind: 'text' }>,
): string {
  const [input, output] = tokens;
  return JSON.stringify({
    id: 'chatcmpl-7Qf1',
    object: 'chat.completion',
    created: 1_795_000_000,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content: text }, logprobs: null, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  });
}
