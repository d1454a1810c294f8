/** The tables of the archive, and how those of earlier versions become the current ones. */
import type { DatabaseKind } from '../common/sqlite.ts';
import { firstChecksum } from './stored-row.ts';

/** The columns that the checksum of a row covers, in their order. */
export const DOCUMENT_COLUMNS = 'id, revision, sequence, deleted, hash, content, page, stored_at';
export const REVISION_COLUMNS = 'id, revision, content, stored_at';
export const TAKEDOWN_COLUMNS = 'id, reason, made_at';
export const ALERT_COLUMNS =
  'id, owner, channel, target, name, search, language, interval_minutes, secret, made_at, confirmed_at, position, state, delivery, claimed_at, attempts, next_at, sent_at, uncertain, failure';
export const ALERT_ARTICLE_COLUMNS = 'alert, document, delivery, told';

/** Tables of version 2: state of the indexes, and leases. */
const INDEXES = `
    CREATE TABLE indexes (
      engine TEXT NOT NULL,
      generation TEXT NOT NULL,
      analysis TEXT NOT NULL,
      position INTEGER NOT NULL DEFAULT 0,
      live INTEGER NOT NULL DEFAULT 0,
      stage TEXT NOT NULL DEFAULT 'building' CHECK (stage IN ('building', 'ready', 'failed')),
      failure TEXT,
      made_at TEXT NOT NULL,
      PRIMARY KEY (engine, generation)
    ) WITHOUT ROWID;
    CREATE TABLE leases (
      name TEXT PRIMARY KEY,
      owner TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) WITHOUT ROWID;
    -- The number of tombstones is needed at every start; without this it would read every document.
    CREATE INDEX tombstones ON documents (sequence) WHERE deleted = 1;`;

/** Tables of version 3: documents that must not come back, and settings that belong to the archive. */
const TAKEDOWNS = `
    CREATE TABLE takedowns (
      id TEXT PRIMARY KEY,
      reason TEXT NOT NULL,
      made_at TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;`;

/**
 * Version 4: checksums of the rows of documents, revisions and takedowns (`rowChecksum`), the documents known to be
 * damaged, and the digest of what an index was given, which the index records as well.
 */
const CHECKSUMS = `
    ALTER TABLE documents ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE revisions ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE takedowns ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE indexes ADD COLUMN digest TEXT NOT NULL DEFAULT '';
    CREATE TABLE damaged (id TEXT PRIMARY KEY, noticed_at TEXT NOT NULL) WITHOUT ROWID;`;

/** Checksums of rows that have none yet. What is damaged already must not get a valid one. */
const CHECKSUMS_OF_EARLIER_ROWS = `
    UPDATE documents SET checksum = first_checksum(${DOCUMENT_COLUMNS});
    UPDATE revisions SET checksum = row_checksum(${REVISION_COLUMNS});
    UPDATE takedowns SET checksum = row_checksum(${TAKEDOWN_COLUMNS});`;

/** Version 5: saved searches that are followed, and which articles were found for each. */
const ALERTS = `
    CREATE TABLE alerts (
      id TEXT PRIMARY KEY,
      -- Digest of the digest of an API key; empty for one that nobody but its recipient owns.
      owner TEXT NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('mail', 'webhook')),
      target TEXT NOT NULL,
      name TEXT NOT NULL,
      -- Parameters of the API, as in an address.
      search TEXT NOT NULL,
      language TEXT NOT NULL,
      interval_minutes INTEGER NOT NULL,
      secret TEXT NOT NULL,
      made_at TEXT NOT NULL,
      confirmed_at TEXT,
      -- Sequence of the last change that was looked at.
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'active', 'stopped')),
      -- The message under way: its id, and since when somebody is sending it.
      delivery TEXT,
      claimed_at INTEGER,
      attempts INTEGER NOT NULL,
      next_at INTEGER NOT NULL,
      sent_at INTEGER,
      uncertain INTEGER NOT NULL,
      failure TEXT,
      checksum INTEGER NOT NULL
    );
    CREATE TABLE alert_articles (
      alert TEXT NOT NULL,
      document TEXT NOT NULL,
      -- The message that has it; null while it waits for one.
      delivery TEXT,
      told INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      UNIQUE (alert, document)
    );`;

export const ARCHIVE_KIND: DatabaseKind = {
  applicationId: 0x6c697331,
  version: 5,
  prepare: (database) => {
    database.function('first_checksum', { varargs: true }, firstChecksum as never);
  },
  synchronous: 'full',
  broken: 'archive_broken',
  remedy: 'Nothing was changed. Restore the file from a backup, or move it away to start an empty archive.',
  schema: `
    CREATE TABLE documents (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      sequence INTEGER NOT NULL UNIQUE,
      deleted INTEGER NOT NULL DEFAULT 0,
      hash TEXT NOT NULL,
      content TEXT NOT NULL,
      page TEXT,
      stored_at TEXT NOT NULL
    );
    CREATE INDEX documents_of_page ON documents (page) WHERE page IS NOT NULL;
    CREATE TABLE revisions (
      id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      stored_at TEXT NOT NULL,
      PRIMARY KEY (id, revision)
    ) WITHOUT ROWID;
    ${INDEXES}
    ${TAKEDOWNS}
    ${CHECKSUMS}
    ${ALERTS}`,
  upgrades: [
    `ALTER TABLE indexes RENAME TO earlier; ${INDEXES}
     INSERT INTO indexes SELECT engine, generation, analysis, position, live, iif(live, 'ready', 'building'), NULL, made_at FROM earlier;
     DROP TABLE earlier;`,
    TAKEDOWNS,
    CHECKSUMS + CHECKSUMS_OF_EARLIER_ROWS,
    ALERTS,
  ],
};
