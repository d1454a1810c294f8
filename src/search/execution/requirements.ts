/**
 * Translates the condition of a query into what engines understand: groups of terms of which a document must have one
 * each (conjunctive normal form), excluded terms, and a filter.
 */
import { allOf, type Condition, EVERY_DOCUMENT } from '../../engines/conditions.ts';
import {
  hasTermsOfSeveralWords,
  type MatchCondition,
  type Phrase,
  type QueryClause,
  sufficientTermsOf,
  termGroupsOf,
} from '../query/query.ts';

/** Most groups that alternatives are multiplied out to. */
const MAX_GROUPS = 16;

export interface Requirements {
  /** A document must have a term of every group. */
  groups: string[][];
  /** A document must have none of them. */
  excluded: string[];
  filter: Condition;
  /** True if every document that meets the requirements meets the condition; else each must be checked. */
  complete: boolean;
}

/** What every document that meets the condition meets, too. */
export function requirementsOf(condition: MatchCondition): Requirements {
  if ('clause' in condition)
    return requirements({ groups: termGroupsOf(condition.clause), complete: isExact(condition.clause) });
  if ('phrase' in condition) return requirements({ groups: groupsOf(condition.phrase), complete: false });
  if ('filter' in condition) return requirements({ filter: condition.filter });
  if ('not' in condition) return negation(condition.not);
  if ('any' in condition) return alternatives(condition.any.map(requirementsOf));
  const all = condition.all.map(requirementsOf);
  return {
    groups: all.flatMap(({ groups }) => groups),
    excluded: all.flatMap(({ excluded }) => excluded),
    filter: allOf(...all.map(({ filter }) => filter)),
    complete: all.every(({ complete }) => complete),
  };
}

const requirements = (some: Partial<Requirements>): Requirements => ({
  groups: [],
  excluded: [],
  filter: EVERY_DOCUMENT,
  complete: true,
  ...some,
});

/** Terms are stems, so they tell neither finer forms nor fields. */
const isExact = ({ loosestForm, field }: QueryClause): boolean =>
  field === undefined && (loosestForm === 'stem' || loosestForm === 'root');

const groupsOf = ({ words }: Phrase): string[][] =>
  words.map(({ forms }) => [...new Set(forms.map(({ stem }) => stem))]);

const isEmpty = ({ groups, excluded, filter }: Requirements): boolean =>
  groups.length === 0 && excluded.length === 0 && !isRestricting(filter);
const isRestricting = (filter: Condition): boolean => !('all' in filter && filter.all.length === 0);

function negation(condition: MatchCondition): Requirements {
  if ('not' in condition) return requirementsOf(condition.not);
  // Not any of them: none of each.
  if ('any' in condition)
    return requirementsOf({ all: condition.any.map((part): MatchCondition => ({ not: part })) });
  if ('all' in condition)
    return requirementsOf({ any: condition.all.map((part): MatchCondition => ({ not: part })) });
  // One word of several is no reason to leave a document out: each is checked.
  if ('clause' in condition && hasTermsOfSeveralWords(condition.clause) && isExact(condition.clause))
    return requirements({ excluded: sufficientTermsOf(condition.clause), complete: false });
  const { groups, filter, complete } = requirementsOf(condition);
  if (!complete) return requirements({ complete: false });
  if (groups.length > 0) return requirements({ excluded: groups.flat() });
  return requirements({ filter: { not: filter } });
}

function alternatives(parts: readonly Requirements[]): Requirements {
  // One that every document may meet makes the others no requirement.
  const open = parts.find(isEmpty);
  if (open !== undefined) return requirements({ complete: open.complete });
  const onlyGroups = parts.every((part) => part.excluded.length === 0 && !isRestricting(part.filter));
  const onlyFilters = parts.every((part) => part.excluded.length === 0 && part.groups.length === 0);
  if (onlyFilters)
    return requirements({
      filter: { any: parts.map(({ filter }) => filter) },
      complete: parts.every(({ complete }) => complete),
    });
  const groups = parts.every((part) => part.groups.length > 0)
    ? product(parts.map((part) => part.groups))
    : undefined;
  const filter: Condition = parts.every((part) => isRestricting(part.filter))
    ? { any: parts.map((part) => part.filter) }
    : EVERY_DOCUMENT;
  return requirements({
    groups: groups?.groups ?? [],
    filter,
    complete: onlyGroups && groups?.complete === true && parts.every(({ complete }) => complete),
  });
}

/** (a and b) or (c and d) = (a or c) and (a or d) and (b or c) and (b or d). Of too many, only the first groups. */
function product(parts: readonly string[][][]): { groups: string[][]; complete: boolean } {
  const size = parts.reduce((product, groups) => product * groups.length, 1);
  const used = size <= MAX_GROUPS ? parts : parts.map((groups) => groups.slice(0, 1));
  const groups = used.reduce<string[][]>(
    (before, next) => before.flatMap((group) => next.map((other) => [...new Set([...group, ...other])])),
    [[]],
  );
  return { groups, complete: size <= MAX_GROUPS };
}
