/** The texts of errors that clients can get, with `{0}` for what varies. The first that fits is taken. */
export const ENGLISH = [
  'This endpoint requires an API key.',
  'Unknown API key.',
  'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.',
  'A key in an address must have the scope search and no other.',
  'Add a key to LISAN_API_KEYS that has only the scope search.',
  'The API key does not have the scope {0}.',
  'Use a key that has the scope {0}.',
  'This address requires a key with the scope {0}, and the service has none.',
  'Start the service with one, for example {0}.',
  'The service does not answer under the name {0}.',
  'Add the name to LISAN_HOSTNAMES.',
  'A page of {0} must not send {1} to this service.',
  'Add its origin to LISAN_ORIGINS.',
  'The body must be application/json, not {0}.',
  'Send Content-Type: application/json.',
  'More than {0} requests within a minute.',
  'Try again after Retry-After, or raise LISAN_RATE_LIMIT.',
  'The request is invalid: {0}.',
  'Correct the request.',
  'Something went wrong inside lisan.',
  'Try again. If it happens again, find X-Request-Id in the log.',
  'There is nothing at {0}.',
  '/docs lists the endpoints of the API.',
  '{0} does not support {1}.',
  'The search page has not been built; the API works without it.',
  'Run `npm ci && npm run build:page` once; `npm start` builds it as well.',
  'Reading took longer than {0} s and was stopped.',
  'Narrow the request. The log says what was read.',
  'The thread that worked on this request has ended.',
  'Send the request again; another thread takes its place. The log says why it ended.',
  'The answer has more than {0} MiB.',
  'Ask for fewer documents, or for fewer of their attributes.',
  'The service is starting: no reader thread is ready yet.',
  'The service is at capacity: {0} requests are being answered and {1} wait.',
  'Try again after Retry-After; LISAN_READERS and LISAN_WAITING set the capacity.',
  'The service is at capacity: {0} writes wait.',
  'Send the request again after Retry-After.',
  'The service is at capacity: {0} exports are under way.',
  'Try again after Retry-After.',
  'The state of the index is not known yet.',
  'Ask again after Retry-After.',
  'None of the documents can be read; the first one: {0}.',
  'Give each document a title or a body, as text.',
  'The request body is invalid: {0}.',
  'Send {"documents": [{"title": "…", "body": "…"}]} with at most {0} documents.',
  'There is no entity {0}.',
  'Find its id with /api/entities?q=NAME.',
  'There is no document {0}.',
  'Take ids from the hits of a search.',
  'The stored text of document {0} is damaged.',
  'The query has {0} words; at most {1} are allowed.',
  'Leave out the words that matter least.',
  'There is no parameter {0}.',
  'Use no parameters.',
  '{0} is given {1} times.',
  'Give {0} once.',
  '{0} must be one of {1}.',
  '{0} must be a whole number between 0 and {1}.',
  '{0} must be a date like 2023-10-31.',
  '{0} must have at most {1} values.',
  '{0} must have at most {1} characters.',
  '{0} is invalid: {1}.',
  'Correct {0}; /docs lists the values of each parameter.',
  'The index of the engine {0} is not built yet.',
  'The index of the engine {0} cannot be used and is being rebuilt from the archive.',
  'A running service rebuilds it: retry in a few seconds. Without a service, run `lisan reindex`.',
  'The list of queries cannot be read: {0}.',
  'Write one query a line, or a table (CSV) with the queries in the first column or in one called query.',
  'Send {"queries": ["…", "…"]}, or one query a line as text/plain, with at most {0} queries.',
  'There is no synonym {0}.',
  'Take ids from /api/synonyms.',
  'Send {"synonyms": [{"words": ["…", "…"]}]} with at most {0} synonyms.',
  'A synonym needs two words, or a word on each side of the arrow.',
  'A synonym has at most {0} words.',
  'Make several of it.',
  'An archive has at most {0} synonyms.',
  'Remove some of them.',
  '{0} cannot be a synonym.',
  'Give one to {0} words of at most {1} characters, without punctuation between them.',
  '{0} is no language.',
  'Use one of {0}, or none.',
  'Use {0}.',
] as const;

export type EnglishText = (typeof ENGLISH)[number];

/** For all other errors, which are about the operation: `{0}` is the text in English. */
export interface OtherTexts {
  engine: string;
  index: string;
  archive: string;
  other: string;
  remedy: string;
}

/** The texts of one language. */
export interface ErrorTexts {
  texts: Readonly<Record<EnglishText, string>>;
  others: OtherTexts;
}
