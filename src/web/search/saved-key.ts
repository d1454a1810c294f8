/** Under this name the browser keeps saved searches. */
export const SAVED_KEY = 'lisan-saved';
