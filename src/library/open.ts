/** Opening of an archive by a program that uses lisan as a library. */
import { LisanError } from '../common/errors.ts';
import { readConfig, SETTINGS } from '../config/settings.ts';
import { openService as open, type Service } from '../service/service.ts';

/**
 * Settings by name: `data`, `engine`, `entities`, `meilisearchUrl` … The README's table describes each under its
 * variable: `meilisearchUrl` is `LISAN_MEILISEARCH_URL`. Values are what the variable would hold.
 */
export type Settings = { readonly [K in keyof typeof SETTINGS]?: string | number };

/**
 * Opens the archive in the folder `settings.data` together with its index. The folder and an empty archive are made if
 * they do not exist. The environment is not read. Errors of the service are logged to stderr from level `warn` on.
 * Close the service when it is no longer needed: `await service.close()`.
 * @throws LisanError `invalid_setting`, `archive_broken`, `gazetteer_broken`; each says what to do.
 * @example
 * import { openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * console.log(service.archive.count()); // 0
 * await service.close();
 */
export function openService(settings: Settings & { readonly data: string }): Service {
  const environment: Record<string, string> = { LISAN_LOG: 'warn' };
  for (const [name, value] of Object.entries(settings)) {
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name as keyof typeof SETTINGS] : undefined;
    if (setting === undefined) {
      throw new LisanError({
        code: 'invalid_setting',
        message: `There is no setting ${name}.`,
        remedy: `Use ${Object.keys(SETTINGS).join(', ')}.`,
      });
    }
    environment[setting.variable] = String(value);
  }
  return open(readConfig(environment));
}
