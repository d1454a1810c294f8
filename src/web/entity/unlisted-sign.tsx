/** Tells, without pushing itself forward, that a name was found in articles and is not in the list of names. */
import { useTranslator } from '../i18n/translator-context.ts';
import { isUnlisted } from './types.ts';

export function UnlistedSign({ id }: { id: string }) {
  const { messages } = useTranslator();
  return isUnlisted(id) ? (
    <span class="unlisted-sign" role="img" aria-label={messages.notListed} title={messages.notListed} />
  ) : null;
}
