/**
 * Writes `cldr.json`, the small part of the Unicode CLDR that scripts/places.ts reads: `node scripts/cldr/extract.ts`.
 * It downloads 180 MB of packages from the npm registry into a temporary folder, which is why they are not among the
 * development dependencies. Run it after changing VERSION, then run scripts/places.ts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '48.2.0';
const PACKAGES = ['cldr-localenames-full', 'cldr-dates-full', 'cldr-core'];
const LANGUAGES = ['ar', 'tr', 'en', 'ru'];

/** What is kept of the CLDR. */
export interface Extract {
  version: string;
  /** Names of territories and regions by language, then by code, with the suffixes `-alt-short` and `-alt-variant`. */
  territories: Record<string, Record<string, string>>;
  /** Exemplar cities by language, then by time zone. */
  cities: Record<string, Record<string, string>>;
  /** Codes of territories by time zone. */
  zoneTerritories: Record<string, string>;
}

const folder = mkdtempSync(join(tmpdir(), 'lisan-cldr-'));
try {
  const packages = PACKAGES.map((name) => `${name}@${VERSION}`);
  execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', folder, ...packages], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const read = (path: string) => JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'));
  const perLanguage = <T>(make: (language: string) => T): Record<string, T> =>
    Object.fromEntries(LANGUAGES.map((language) => [language, make(language)]));
  const extract: Extract = {
    version: VERSION,
    territories: perLanguage(
      (language) =>
        read(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames
          .territories,
    ),
    cities: perLanguage((language) =>
      Object.fromEntries(
        citiesOf(
          read(`cldr-dates-full/main/${language}/timeZoneNames.json`).main[language].dates.timeZoneNames.zone,
        ),
      ),
    ),
    zoneTerritories: zoneTerritories(read('cldr-core/supplemental/windowsZones.json')),
  };
  writeFileSync(new URL('cldr.json', import.meta.url), `${JSON.stringify(extract, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Zones = { [part: string]: Zones } & { exemplarCity?: string };

function* citiesOf(zones: Zones, path: string[] = []): Generator<[zone: string, city: string]> {
  for (const [part, inner] of Object.entries(zones)) {
    if (typeof inner !== 'object') continue;
    if (inner.exemplarCity !== undefined) yield [[...path, part].join('/'), inner.exemplarCity];
    else yield* citiesOf(inner, [...path, part]);
  }
}

function zoneTerritories(zones: {
  supplemental: { windowsZones: { mapTimezones: { mapZone: { _type: string; _territory: string } }[] } };
}): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { mapZone } of zones.supplemental.windowsZones.mapTimezones)
    for (const zone of mapZone._type.split(' '))
      if (mapZone._territory !== '001') found[zone] = mapZone._territory;
  return found;
}
