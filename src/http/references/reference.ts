/** What the formats of references share: an article with its link and its day. */
import type { Request } from 'express';
import { addressOfId } from '../../common/document-address.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import type { StoredArticle } from '../../common/types.ts';
import type { Config } from '../../config/settings.ts';
import type { InterfaceLanguage } from '../../web/i18n/languages.ts';
import { publicAddress } from '../middleware/hosts.ts';
import { readerLanguage } from '../middleware/language.ts';

export interface Reference {
  article: StoredArticle;
  /** The article's own address on the web, or else its page here. */
  link: string;
  /** When it was published, `2023-10-31`, in the time zone of the service; absent if that is not known. */
  day?: string;
}

/** For whom references are written, and when. */
export interface Edition {
  language: InterfaceLanguage;
  /** The present day, `2023-10-31`. */
  today: string;
  referenceOf(article: StoredArticle): Reference;
}

export function editionFor(config: Config, zone: TimeZone, request: Request): Edition {
  const base = publicAddress(config, request);
  return {
    language: readerLanguage(request),
    today: zone.dayOf(Date.now() / 1000),
    referenceOf(article) {
      const { id, url, publishedAt } = article;
      const isOnWeb = url !== undefined && /^https?:\/\//iu.test(url);
      return {
        article,
        link: isOnWeb ? url : `${base}/articles/${addressOfId(id)}`,
        ...(publishedAt !== undefined && { day: zone.dayOf(zone.secondsOf(publishedAt)) }),
      };
    },
  };
}
