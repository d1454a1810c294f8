/** The part of `lisan doctor` that asks the embedder for a vector. */
import { LisanError, messageOf } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import { openEmbedder } from '../../meaning/open-meaning.ts';
import type { Finding } from './doctor-finding.ts';

/** Nothing without an embedder. One that fails is a warning: words are searched meanwhile. */
export async function embedderFindings(config: Config): Promise<Finding[]> {
  if (config.embedder === '') return [];
  try {
    const embedder = await openEmbedder(config);
    try {
      const [vector] = await embedder.embed(['lisan'], 'query');
      const message = `${embedder.model} gives vectors of ${vector!.length} values`;
      return [{ what: 'embedder', state: 'ok', message }];
    } finally {
      await embedder.close();
    }
  } catch (thrown) {
    const remedy = thrown instanceof LisanError ? { remedy: thrown.remedy } : {};
    return [{ what: 'embedder', state: 'warning', message: messageOf(thrown), ...remedy }];
  }
}
