/**
 * When a service runs its alerts: after each update of the index, and at intervals, for what waits for its time and for
 * what another process brought into the index. Finding and delivering each run once at a time.
 */
import type { Logger } from 'pino';
import { AlertRunner } from '../../alerts/alert-runner.ts';
import type { AlertStore } from '../../alerts/alert-store.ts';
import { Delivery } from '../../alerts/delivery.ts';
import { type Mailer, smtpMailer } from '../../alerts/mailer.ts';
import { offersMail } from '../../alerts/offer.ts';
import { messageOf } from '../../common/errors.ts';
import type { Service } from '../../service/service.ts';
import { type AlertWriter, secretOfAlerts } from './writes.ts';

const INTERVAL_MS = 30_000;
/** How long a stop waits for messages under way; what is sent later counts as uncertain. */
const DRAIN_MS = 10_000;

export interface AlertTools {
  delivery: Delivery;
  runner: AlertRunner;
  mailer: Mailer | undefined;
}

/** What alerts are found and delivered with. */
export async function alertTools(
  { archive, config, zone, log, engine }: Pick<Service, 'archive' | 'config' | 'zone' | 'log' | 'engine'>,
  store: AlertStore,
  writer: AlertWriter,
  { now = Date.now, random = Math.random }: { now?: () => number; random?: () => number } = {},
): Promise<AlertTools> {
  const mailer = offersMail(config) ? smtpMailer(config) : undefined;
  const secret = await secretOfAlerts(writer);
  const delivery = new Delivery({ config, zone, store, secret, mailer, now, random });
  const parts = { archive, engine: engine.name, keys: config.keys, store, delivery, log, now };
  return { delivery, mailer, runner: new AlertRunner(parts) };
}

export class AlertSchedule {
  readonly #service: Service;
  readonly #log: Logger;
  readonly #make: () => Promise<AlertTools>;
  #tools: Promise<AlertTools> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #finding: Promise<void> | undefined;
  #delivering: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(service: Service, store: AlertStore, writer: AlertWriter) {
    this.#service = service;
    this.#log = service.log;
    this.#make = () => alertTools(service, store, writer);
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.#timer.unref();
  }

  /** Looks at what came in, then delivers; returns at once. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = this.#finding !== undefined;
    this.#finding ??= this.#find().finally(() => {
      this.#finding = undefined;
      if (this.#again) this.wake();
    });
  }

  /** What sends confirmations and tests. */
  tools(): Promise<AlertTools> {
    this.#tools ??= this.#make();
    return this.#tools;
  }

  /** Resolves when nothing is found and delivered any more. For tests. */
  async idle(): Promise<void> {
    while (this.#finding !== undefined || this.#delivering !== undefined)
      await Promise.all([this.#finding, this.#delivering]);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const tools = await this.#tools;
    tools?.runner.stop();
    const late = new Promise<void>((resolve) => setTimeout(resolve, DRAIN_MS).unref());
    await Promise.race([this.idle(), late]);
    tools?.mailer?.close();
  }

  async #find(): Promise<void> {
    try {
      // Most archives have no alerts.
      if (this.#service.archive.alerts.list().length === 0) return;
      const { runner } = await this.tools();
      await runner.find();
    } catch (thrown) {
      this.#log.warn({ reason: messageOf(thrown) }, 'alerts could not be looked at; they are tried again');
    }
    this.#deliver();
  }

  #deliver(): void {
    if (this.#stopped || this.#delivering !== undefined) return;
    this.#delivering = this.tools()
      .then(({ runner }) => runner.deliver())
      .then(
        () => {},
        // Each is in the log.
        () => {},
      )
      .finally(() => {
        this.#delivering = undefined;
      });
  }
}
