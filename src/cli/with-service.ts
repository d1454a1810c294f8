/** The service of one command. */
import { readConfig } from '../config/settings.ts';
import { openService, type Service } from '../service/service.ts';

/** Opens the configured service for some work and closes it afterwards. @throws as `openService` and the work do. */
export async function withService<T>(work: (service: Service) => T | Promise<T>): Promise<T> {
  const service = openService(readConfig());
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}
