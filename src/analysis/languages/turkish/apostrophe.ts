/** Endings that Turkish separates from a name by an apostrophe. */
import type { ApostropheRules } from '../../language.ts';

/**
 * Case, plural, copula and derivational endings, in full or typed without Turkish letters (Göksel & Kerslake 2005,
 * ch. 8).
 */
export const apostrophes: ApostropheRules = {
  suffix:
    /^(?:(?:[lL][ae]r)?(?:y?[ıiuüae]|[nsş]?[ıiuü]n?[ıiuüae]?|n[ıiuü]n|[dt][ae](?:n|ki(?:ler)?)?|n[dt]?[ae]n?|y?l[ae]|y?[dt][ıiuü](?:r(?:l[ae]r)?|[kmn]|ler|lar)?|y?m[ıiuüsş]+|l[ıiuü](?:k|ğ[ıiuü]|g[ıiuü])?(?:l[ae]r)?[ıiuü]?(?:n[ıiuü]n)?|s[ıiuü]z|c[ae]|ç[ae]|[ıiuü]m(?:[ıiuü]z)?|ki(?:l[ae]r)?|yken|[ae]?l[ae]r|[ıiuü]nc[ıiuü])(?:n?[ae]|n?[ıiuü]n?|[dt][ae]n?)?)$/i,
};
