import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App, Shown } from './people.ts';

export interface Heard {
  id: string;
  purchase_id: string | null;
}

/** A live stream as a client has it, over HTTP. */
export interface Stream {
  /** All that came so far. */
  heard: Heard[];
  /** Resolves as soon as so many have come. */
  until(count: number): Promise<Heard[]>;
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Has the app listen on a free port of this machine. */
export async function portOf({ app }: App): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

/** Opens the stream of a workspace; resolves once the server says that it is open. */
export async function listen(port: number, workspace_id: string, shown: Shown, cursor?: string): Promise<Stream> {
  const path = `/api/v1/workspaces/${workspace_id}/live${cursor === undefined ? '' : `?cursor=${cursor}`}`;
  let request: ClientRequest | undefined;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request = get({ host: '127.0.0.1', port, path, headers: { host: 'localhost:4400', ...shown } }, resolve);
    request.on('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`the stream answered ${answer.statusCode}`);
  const heard: Heard[] = [];
  let wake: () => void = () => undefined;
  let rest = '';
  let opened: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  answer.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) {
        const { purchase_id, cursor: id } = JSON.parse(data) as { purchase_id: string | null; cursor: string };
        heard.push({ id, purchase_id });
      }
    }
    opened();
    wake();
  });
  const ended = new Promise<void>((resolve) => {
    answer
      .on('end', resolve)
      .on('close', resolve)
      .on('error', () => resolve());
  });
  await open;
  return {
    heard,
    ended,
    until: async (count) => {
      while (heard.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return heard;
    },
    close: () => request?.destroy(),
  };
}
