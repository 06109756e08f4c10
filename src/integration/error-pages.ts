import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ErrorPayload, ViteDevServer } from 'vite';

const ask = `<script type="module">import { createHotContext } from '/@vite/client'; createHotContext('/beyt').send('beyt:failed');</script>`;

/** Astro's answer, or its end where a part had been sent. */
const ending = /^(?:<title>[^<]*<\/title>)?<script type="module" src="\/@vite\/client"><\/script>$/;

function addQuestion(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...head: unknown[]) => {
    const [headers] = head as [OutgoingHttpHeaders | undefined];
    if (status === 500) delete headers?.['Content-Length'];
    return writeHead(status, ...head);
  };
  const write = response.write.bind(response) as (chunk: unknown, ...others: unknown[]) => boolean;
  response.write = (chunk: unknown, ...others: unknown[]) =>
    write(typeof chunk === 'string' && ending.test(chunk) ? chunk + ask : chunk, ...others);
}

/** Astro sends an error once, 200 ms after its page: on a slow device the page was not connected and stayed blank. */
export function answerErrorPages(server: ViteDevServer): void {
  const { hot } = server.environments.client;
  let latest: ErrorPayload | undefined;
  const send = hot.send.bind(hot) as (...message: unknown[]) => void;
  hot.send = (...message: unknown[]) => {
    const [payload] = message as [ErrorPayload | string];
    if (typeof payload === 'object' && payload.type === 'error') latest = payload;
    send(...message);
  };
  hot.on('beyt:failed', (_data, client) => latest && client.send(latest));
  server.middlewares.use((_request, response, next) => {
    addQuestion(response);
    next();
  });
}
