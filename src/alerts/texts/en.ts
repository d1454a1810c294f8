import type { AlertTexts } from './alert-texts.ts';

export const ENGLISH: AlertTexts = {
  subject: { one: '{n} new article: {name}', other: '{n} new articles: {name}' },
  intro: 'New in the archive for this search:',
  more: { one: 'and {n} more', other: 'and {n} more' },
  all: 'Show all results in the archive',
  copies: { one: 'and {n} near-identical copy', other: 'and {n} near-identical copies' },
  undated: 'No date',
  why: 'You receive this because this address follows the search above.',
  end: 'Stop these messages',
  test: {
    subject: 'Test: {name}',
    text: 'This is a test. Messages about new articles will arrive in this way.',
  },
  confirm: {
    subject: 'Confirm that you want to follow a search',
    intro: 'Somebody, probably you, entered this address to follow new articles for this search:',
    noWords: 'a search by filters only',
    ask: 'To receive them, open this link and confirm:',
    until: 'The link is valid until {date}.',
    ignore: 'If it was not you, ignore this message. Nothing more will be sent.',
  },
  page: {
    confirmTitle: 'Follow this search?',
    confirmText: 'New articles for this search will be sent to your address.',
    confirmButton: 'Yes, send me new articles',
    confirmed: 'Done. New articles will be sent to you; every message can end this.',
    endTitle: 'Stop these messages?',
    endText: 'New articles for this search will no longer be sent to you.',
    endButton: 'Stop the messages',
    ended: 'Done. You will receive no more messages about this search.',
    expired: 'This link has expired. Follow the search again.',
    wrong: 'This link is not valid. It may be incomplete.',
    toSearch: 'Go to the search',
  },
};
