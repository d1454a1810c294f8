/** Opens what writes work with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Archive, archiveGone } from '../../archive/archive.ts';
import type { Config } from '../../config/settings.ts';
import { ARCHIVE_FILE, taskLogFile } from '../../service/service.ts';
import { TaskLog } from '../../service/task-log.ts';
import type { WriteStore } from './write.ts';

/** @throws LisanError `archive_gone`: opening an archive that is not there would create an empty one. */
export function openWriteStore(config: Config): WriteStore & { close(): void } {
  const file = join(config.data, ARCHIVE_FILE);
  if (!existsSync(file)) throw archiveGone(file);
  const archive = new Archive(file);
  const store = storeOver(archive, config);
  return {
    ...store,
    close() {
      store.tasks.close();
      archive.close();
    },
  };
}

export function storeOver(archive: Archive, config: Config): WriteStore {
  return {
    archive,
    tasks: new TaskLog(taskLogFile(config)),
    indexed: () => archive.liveIndex(config.engine)?.position ?? 0,
  };
}
