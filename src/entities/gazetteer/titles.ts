/**
 * Words before a person's name that say what the person is: they support an ambiguous family name, and a capital of
 * theirs does not make them a given name. They come from the languages and are compared in folded form.
 */

import { ROLES, type Role } from '../../analysis/name-rules.ts';
import { lazily } from '../../common/lazily.ts';
import { wordsOfNames } from '../language-rules.ts';

const roleOf = lazily(() => {
  const roles = new Map<string, number>();
  ROLES.forEach((role, index) => {
    for (const word of wordsOfNames(({ titles }) => titles?.[role]))
      roles.set(word, (roles.get(word) ?? 0) | (1 << index));
  });
  return roles;
});

/** The roles a word speaks for, one bit each in the order of `ROLES`; 0 for a word that is no title. */
export function titleBits(folded: string): number {
  return roleOf().get(folded) ?? 0;
}

/** The same bits for the roles of an entity. */
export function roleBits(roles: readonly Role[]): number {
  return roles.reduce((bits, role) => bits | (1 << ROLES.indexOf(role)), 0);
}
