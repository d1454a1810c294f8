/** Builds the page where it is missing or older than its sources. */
export function buildPage(always?: boolean): Promise<void>;
/** For vitest. */
export function setup(): Promise<void>;
