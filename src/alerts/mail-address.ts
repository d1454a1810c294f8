/** Addresses of mail that alerts are sent to: one plain address and nothing that could become a header. */
import { domainToASCII } from 'node:url';
import { MAX_TARGET_UNITS } from './limits.ts';

/** RFC 5322 `dot-atom` before the @; quoted parts, comments, lists and addresses in brackets are refused. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const MAX_LOCAL_UNITS = 64;

/** The address with its domain in ASCII and lower case; `undefined` if it is none. */
export function mailAddress(given: string): string | undefined {
  const at = given.lastIndexOf('@');
  const local = given.slice(0, at);
  if (at < 1 || local.length > MAX_LOCAL_UNITS || !LOCAL.test(local)) return undefined;
  // What `domainToASCII` would drop or map silently is no part of a domain.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(given.slice(at + 1))) return undefined;
  const domain = domainToASCII(given.slice(at + 1)).toLowerCase();
  const address = `${local}@${domain}`;
  return DOMAIN.test(domain) && address.length <= MAX_TARGET_UNITS ? address : undefined;
}
