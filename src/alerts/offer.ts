/** Whether searches can be followed by mail. */
import type { Config } from '../config/settings.ts';

/** Whether alerts by mail can be offered: the server, the sender and the address for links are set. */
export function offersMail({ smtpUrl, mailFrom, publicUrl, maxAlerts }: Config): boolean {
  return smtpUrl !== '' && mailFrom !== '' && publicUrl !== '' && maxAlerts > 0;
}
