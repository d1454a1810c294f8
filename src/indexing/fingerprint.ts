/** Names everything that decides what an index holds, so that an index made by another analysis is noticed. */
import { createHash } from 'node:crypto';
import type { TimeZone } from '../common/time-zone.ts';
import { ANALYSIS_LIMITS, type AnalysisLimits, limitsText } from '../config/analysis-limits.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import { snapshotOf } from '../entities/tagger/gazetteer-diff.ts';

/**
 * The version of the analysis: of languages, tokens, passages, mentions, names and records. Raise it by one whenever
 * the records of an article change; every archive then builds a new index beside the live one. A test
 * (tests/indexing/golden-records.test.ts) fails if the records change and this does not.
 */
export const ANALYSIS_VERSION = 5;

/** The version of the recognition of names that no list has. Raise it by one whenever its names or ids change. */
export const NAMES_VERSION = 6;

/**
 * Two parts with a dot between, 12 characters each. The first changes with `ANALYSIS_VERSION`, the engine's layout, the
 * time zone, the declared facets, the names that are looked for and the limits of the analysis, the second with that part of the gazetteer on which
 * tagging depends.
 */
export function indexFingerprint(
  gazetteer: Gazetteer,
  layout: string,
  zone: TimeZone,
  declared: DeclaredFacets = [],
  names: 'listed' | 'all' = 'listed',
  limits: AnalysisLimits = ANALYSIS_LIMITS,
): string {
  const facets = declared.map((name) => `\n${name}`).join('');
  const unlisted = names === 'all' ? `\n\nnames ${NAMES_VERSION}` : '';
  const given = `${ANALYSIS_VERSION}\n${layout}\n${zone.name}${facets}${unlisted}\n${limitsText(limits)}`;
  return [given, snapshotOf(gazetteer)]
    .map((part) => createHash('sha256').update(part).digest('base64url').slice(0, 12))
    .join('.');
}
