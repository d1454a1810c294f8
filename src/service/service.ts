/** Opens everything that a configuration names: the one entry for the HTTP service, the command line and the library. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { termList } from '../analysis/lexicon/term-list.ts';
import { Archive } from '../archive/archive.ts';
import { verifyArchiveOnOpen } from '../archive/verify-archive.ts';
import { TimeZone } from '../common/time-zone.ts';
import type { Config } from '../config/settings.ts';
import type { Engine } from '../engines/engine.ts';
import { createEngine } from '../engines/registry.ts';
import { decisionsOf } from '../entities/decisions/decision-list.ts';
import { builtInGazetteer } from '../entities/gazetteer/built-in.ts';
import {
  GAZETTEER_FOLDER,
  type Gazetteer,
  type LoadOptions,
  loadGazetteer,
} from '../entities/gazetteer/gazetteer.ts';
import { PositionLookup } from '../entities/gazetteer/position-lookup.ts';
import { PrefixLookup } from '../entities/gazetteer/prefix-lookup.ts';
import { Tagger } from '../entities/tagger/tagger.ts';
import { indexFingerprint } from '../indexing/fingerprint.ts';
import { LiveIndex } from '../indexing/live-index.ts';
import type { MeaningSearch } from '../meaning/meaning.ts';
import { openMeaning } from '../meaning/open-meaning.ts';
import { Autocompleter } from '../search/autocomplete.ts';
import { PinSource } from '../search/pins/pin-source.ts';
import { KnownEntities } from '../search/results/known-entities.ts';
import { withSameNames } from '../search/same-names.ts';
import { Searcher } from '../search/searcher.ts';
import { SynonymSource } from '../search/synonyms/synonym-table.ts';

/** Warnings about the gazetteer that are logged at a start. */
const WARNINGS = 20;
/** File name of the archive in the data folder. */
export const ARCHIVE_FILE = 'archive.db';
export { GAZETTEER_FOLDER };
/** The file of the query log, beside the archive. */
export const queryLogFile = ({ data }: Config): string => join(data, 'searches.db');

/** What is known of the sources of `lisan fetch`, beside the archive. */
export const fetchStateFile = ({ data }: Config): string => join(data, 'sources.db');

/** Where the tasks of Meilisearch's clients are kept, in the folder of the archive. */
export const taskLogFile = ({ data }: Config): string => join(data, 'tasks.db');

export const SAMPLE_FOLDER = fileURLToPath(new URL('../../data/sample', import.meta.url));

export interface Service {
  config: Config;
  log: Logger;
  archive: Archive;
  engine: Engine;
  /** Its entities are also found by the ids of names that only documents have, and of those that were merged into others. */
  gazetteer: Gazetteer;
  tagger: Tagger;
  lookup: PrefixLookup;
  live: LiveIndex;
  searcher: Searcher;
  suggester: Autocompleter;
  /** Decides on which day an article was published. */
  zone: TimeZone;
  /** See `indexFingerprint`; without what was decided in the archive about entities. */
  analysis: string;
  /** Search by meaning; absent without an embedder. */
  meaning?: MeaningSearch | undefined;
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Open the embedded index for reading only. */
  readOnly?: boolean;
  /** What searches by meaning instead of this process. */
  meaning?: MeaningSearch | undefined;
}

/** @throws LisanError if the archive, the gazetteer or a setting is broken. */
export function openService(
  config: Config,
  { readOnly = false, meaning: given }: ServiceOptions = {},
): Service {
  const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: true }));
  // A wrong file is told now, not by the first search.
  if (config.terms !== '') termList(config.terms);
  const options: LoadOptions = {
    checked: readOnly,
    onPack: (done, file) => {
      if (done === 0)
        log.info({ file }, 'the list of entities has changed and is packed, which may take a minute');
    },
  };
  const listed =
    config.entities === ''
      ? builtInGazetteer(options)
      : loadGazetteer(GAZETTEER_FOLDER, config.entities, options);
  for (const warning of listed.warnings.slice(0, WARNINGS)) log.warn({ warning }, 'gazetteer');
  const more = listed.warnings.length - WARNINGS;
  if (more > 0) log.warn({ more }, 'gazetteer: `lisan entities check` lists all warnings');
  const tagger = new Tagger(listed, config.names, config.limits);
  const lookup = new PrefixLookup(listed);
  const archive = openArchive(config, readOnly);
  const engine = createEngine(config, readOnly);
  const meaning = given ?? openMeaning(config, archive);
  const decisions = decisionsOf(archive, listed);
  tagger.decisions = decisions;
  const live = new LiveIndex(archive, engine, (index) => withSameNames(index, decisions));
  const zone = new TimeZone(config.timezone);
  const analysis = indexFingerprint(listed, engine.layout, zone, config.facets, config.names, config.limits);
  const gazetteer: Gazetteer = {
    ...listed,
    entities: new KnownEntities(listed.entities, () => live.metadata, decisions),
  };
  return {
    config,
    log,
    archive,
    engine,
    gazetteer,
    tagger,
    live,
    searcher: new Searcher({
      synonyms: new SynonymSource(archive),
      pins: new PinSource(archive),
      ...{ archive, live, engine: engine.name, gazetteer, tagger, lookup, zone, analysis },
      declared: config.facets,
      across: config.across === 'on',
      meaning,
      hybrid: config.hybrid,
      terms: config.terms,
    }),
    lookup,
    suggester: new Autocompleter(live, lookup, new PositionLookup(gazetteer), gazetteer.entities, decisions),
    zone,
    analysis,
    meaning,
    async close() {
      await meaning?.close();
      await live.close();
      await engine.close();
      archive.close();
    },
  };
}

/** A reading thread leaves the verification to the thread that started it. */
function openArchive({ data }: Config, readOnly: boolean): Archive {
  const archive = new Archive(join(data, ARCHIVE_FILE));
  try {
    if (!readOnly) verifyArchiveOnOpen(archive);
    return archive;
  } catch (thrown) {
    archive.close();
    throw thrown;
  }
}
