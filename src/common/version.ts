/** The version of the package, as `--version`, the description of the API and answers to other programs have it. */
import manifest from '../../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
