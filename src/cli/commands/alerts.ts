/** `lisan alerts`: searches whose new articles are sent by mail or to a webhook. */
import { Command } from 'commander';
import { conditionOf } from '../../alerts/alert-health.ts';
import type { Alert } from '../../archive/alert.ts';
import { onTerminal } from '../../common/bidi.ts';
import { LisanError, messageOf } from '../../common/errors.ts';
import type { AlertTools } from '../../http/alerts/schedule.ts';
import type { Service } from '../../service/service.ts';
import { withService } from '../with-service.ts';

export function alertsCommand(): Command {
  const alerts = new Command('alerts')
    .description('Searches whose new articles are sent by mail or to a webhook.')
    .addHelpText('after', '\nExample:\n  $ lisan alerts list');
  alerts
    .command('list')
    .description('List all alerts with their state.')
    .option('--json', 'print JSON, one alert a line')
    .addHelpText('after', '\nExample:\n  $ lisan alerts list')
    .action(({ json = false }: { json?: boolean }) =>
      withService((service) => {
        for (const alert of service.archive.alerts.list())
          console.log(json ? JSON.stringify(described(alert, service)) : line(alert, service));
        for (const id of service.archive.alerts.damaged())
          console.error(`${id} is damaged and not delivered: restore it with lisan repair --from BACKUP`);
      }),
    );
  alerts
    .command('test')
    .description('Send a test message; if that works, alerts that were stopped go on.')
    .argument('<id...>')
    .addHelpText('after', '\nExample:\n  $ lisan alerts test 6n0VzYQ9dT3bXkLw')
    .action((ids: string[]) =>
      withTools(async (service, { delivery }) => {
        for (const id of ids) {
          const alert = required(service, id);
          if (alert.state === 'unconfirmed') throw unconfirmed(id);
          try {
            await delivery.test(alert);
          } catch (thrown) {
            throw failed(id, messageOf(thrown));
          }
          const resumed = service.archive.alerts.resume(id);
          console.log(`${id} sent${resumed ? '; it goes on' : ''}`);
        }
      }),
    );
  alerts
    .command('run')
    .description(
      'Look for new articles and send the messages that are due. A running service does it itself.',
    )
    .option('--json', 'print the numbers as JSON')
    .addHelpText('after', '\nExample:\n  $ lisan alerts run')
    .action(({ json = false }: { json?: boolean }) =>
      withTools(async (_, { runner }) => {
        const report = await runner.run();
        const { found, sent, failed, dropped } = report;
        console.log(
          json
            ? JSON.stringify(report)
            : `${found} new articles, ${sent} messages sent, ${failed} failed, ${dropped} not needed any more`,
        );
        if (failed > 0) process.exitCode = 1;
      }),
    );
  alerts
    .command('remove')
    .description('Remove alerts by their ids.')
    .argument('<id...>')
    .addHelpText('after', '\nExample:\n  $ lisan alerts remove 6n0VzYQ9dT3bXkLw')
    .action((ids: string[]) =>
      withService(({ archive }) => {
        for (const id of ids) {
          if (!archive.alerts.remove(id)) throw unknown(id);
          console.log(`${id} removed`);
        }
      }),
    );
  return alerts;
}

async function withTools(work: (service: Service, tools: AlertTools) => Promise<void>): Promise<void> {
  // Their modules take time to load.
  const { alertTools } = await import('../../http/alerts/schedule.ts');
  const { localStore } = await import('../../http/alerts/store.ts');
  await withService(async (service) => {
    const { store, writer } = localStore(service);
    const tools = await alertTools(service, store, writer);
    try {
      await work(service, tools);
    } finally {
      tools.mailer?.close();
    }
  });
}

function described(alert: Alert, { archive, config }: Service): object {
  // Who sees the list of alerts need not be able to sign their messages.
  const { secret: _, owner, ...rest } = alert;
  const condition = conditionOf(alert, config.keys);
  return { ...rest, withKey: owner !== '', condition, waiting: archive.alerts.countWaiting(alert.id) };
}

function line(alert: Alert, { archive, config }: Service): string {
  const { id, channel, target, name, intervalMinutes, sentAt, failure, uncertain } = alert;
  const notes = [
    conditionOf(alert, config.keys),
    `every ${intervalMinutes} min`,
    `${archive.alerts.countWaiting(id)} waiting`,
    sentAt === null ? 'never sent' : `last ${new Date(sentAt).toISOString().slice(0, 16)}Z`,
    ...(uncertain > 0 ? [`${uncertain} uncertain`] : []),
    ...(failure === null ? [] : [onTerminal(failure)]),
  ];
  return `${id}\t${channel}\t${onTerminal(target)}\t${onTerminal(name)}\t${notes.join(', ')}`;
}

function required({ archive }: Service, id: string): Alert {
  const alert = archive.alerts.get(id);
  if (alert === undefined) throw unknown(id);
  return alert;
}

function unknown(id: string): LisanError {
  return new LisanError({
    code: 'alert_unknown',
    message: `There is no alert ${JSON.stringify(id)}.`,
    remedy: '`lisan alerts list` lists the ids.',
    status: 404,
  });
}

function unconfirmed(id: string): LisanError {
  return new LisanError({
    code: 'alert_unconfirmed',
    message: `The recipient of the alert ${id} has not confirmed it.`,
    remedy: 'The link is in the mail that asks for it.',
    status: 409,
  });
}

function failed(id: string, reason: string): LisanError {
  return new LisanError({
    code: 'alert_failed',
    message: `The test of ${id} did not arrive: ${reason}.`,
    remedy: 'Check its address, and LISAN_SMTP_URL for mail.',
    status: 502,
  });
}
