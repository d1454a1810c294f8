/** The version of the package, for `--version`, the API description and User-Agent headers. */
import manifest from '../../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
