/** A mail server on this machine that keeps what it is sent, for tests. */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';

export interface ReceivedMail {
  from: string;
  to: string[];
  mail: Email;
  /** As sent. */
  raw: string;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** Answers to recipients and to contents. */
  replies: { recipient: string; data: string };
  close(): Promise<void>;
}

export async function mailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const state: Omit<MailServer, 'url' | 'close'> = {
    received: [],
    replies: { recipient: '250 ok', data: '250 taken' },
  };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.write('220 test\r\n');
    let pending = '';
    let data: string[] | undefined;
    let [from, to] = ['', [] as string[]];
    const reply = (text: string): void => void socket.write(`${text}\r\n`);
    const take = async (lines: readonly string[]): Promise<void> => {
      const raw = lines.map((line) => line.replace(/^\./, '')).join('\r\n');
      if (state.replies.data.startsWith('2'))
        state.received.push({ from, to, raw, mail: await PostalMime.parse(raw) });
      if (!socket.destroyed) reply(state.replies.data);
      [from, to] = ['', []];
    };
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8');
      for (let end = pending.indexOf('\r\n'); end !== -1; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (data !== undefined) {
          if (line === '.') {
            const lines = data;
            data = undefined;
            void take(lines);
          } else data.push(line);
          continue;
        }
        const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (/^(?:EHLO|HELO)/i.test(line)) reply('250 test');
        else if (/^MAIL/i.test(line)) {
          from = address;
          reply('250 ok');
        } else if (/^RCPT/i.test(line)) {
          to.push(address);
          reply(state.replies.recipient);
        } else if (/^DATA/i.test(line)) {
          data = [];
          reply('354 go on');
        } else if (/^QUIT/i.test(line)) {
          reply('221 bye');
          socket.end();
        } else reply('250 ok');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...state,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
