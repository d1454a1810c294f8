/** Sends mail over the configured SMTP server. */
import type { Transporter } from 'nodemailer';
import { messageOf } from '../common/errors.ts';
import type { Config } from '../config/settings.ts';
import { DeliveryFailure } from './delivery-failure.ts';

const CONNECT_MS = 15_000;
const ANSWER_MS = 30_000;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same each time a message is tried, so that mail programs recognise a second copy. Without the domain. */
  messageId: string;
  /** Further headers; their values are ours, never a reader's. */
  headers: Readonly<Record<string, string>>;
}

export interface Mailer {
  /** @throws DeliveryFailure if the server did not take it. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export function smtpMailer({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mailer {
  let transport: Transporter | undefined;
  const domain = /@([\w.-]+)/.exec(mailFrom)![1]!;
  return {
    async send({ messageId, ...mail }) {
      // Most commands and services send no mail.
      const { createTransport } = await import('nodemailer');
      transport ??= createTransport({
        url: smtpUrl,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: ANSWER_MS,
        // Texts are ours: neither files nor addresses are read for them.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({
          ...mail,
          from: mailFrom,
          to: { name: '', address: mail.to },
          messageId: `<${messageId}@${domain}>`,
        });
      } catch (thrown) {
        throw failureOf(thrown);
      }
    },
    close() {
      transport?.close();
    },
  };
}

/** Only the refusal of the recipient is for good; what is wrong with the server or its password can be mended. */
function failureOf(thrown: unknown): DeliveryFailure {
  const {
    code,
    responseCode = 0,
    command,
  } = thrown as {
    code?: string;
    responseCode?: number;
    command?: string;
  };
  const permanent = code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;
  return new DeliveryFailure(messageOf(thrown).slice(0, 200), { permanent });
}
