/** Words by which the parts of an article are recognised in English files. */
import type { ColumnNames, DateWords, PageLabels } from '../../language.ts';

export const dates: DateWords = {
  months: [
    [
      'january|jan',
      'february|feb',
      'march|mar',
      'april|apr',
      'may',
      'june|jun',
      'july|jul',
      'august|aug',
      'september|sep|sept',
      'october|oct',
      'november|nov',
      'december|dec',
    ],
  ],
  beside:
    'monday|mon|tuesday|tues|tue|wednesday|wed|thursday|thurs|thu|friday|fri|saturday|sat|sunday|sun|of|the|at|on',
  ordinals: 'st|nd|rd|th',
};

export const pageLabels: PageLabels = {
  date: ['Published', 'Date'],
  source: ['Source'],
  keywords: ['Keywords', 'Tags'],
  also: ['Read also', 'Related'],
};

export const columnNames: ColumnNames = {
  id: ['id', 'guid'],
  title: ['title', 'headline'],
  body: ['body', 'text', 'content'],
  url: ['url', 'link', 'address'],
  source: ['source', 'publisher'],
  publishedAt: ['publishedat', 'published', 'date', 'pubdate'],
  keywords: ['keywords', 'tags'],
};
