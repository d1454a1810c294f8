/** Parses JSON without changing numbers, and JSON as programs write it that do not follow the standard. */

/** Digits from which on an integer may not be exact as a double. */
const LONG_NUMBER = /\d{16,}/;

/** Integers that a double cannot hold become texts with the same digits. @throws SyntaxError */
export function parseJson(text: string): unknown {
  return LONG_NUMBER.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
}

/** A reviver that keeps integers beyond 2^53 as texts, as ids of social networks are. */
export function exactNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}

/** Strings, and what is not JSON: comments, commas before a closing bracket, NaN and Infinity. */
const LOOSE =
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|\/\*[\s\S]*?\*\/|,(?=\s*(?:[\]}]|$))|-?\b(?:NaN|Infinity|undefined)\b/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
const CONTROL = /[\u0000-\u001F]/g;

/**
 * The same for JSON with line breaks in strings, trailing commas, comments, and NaN or Infinity (which become null).
 * @throws SyntaxError that says what is wrong with the text as it is.
 */
export function parseLooseJson(given: string): unknown {
  // RFC 7464 puts a record separator before each text.
  const text = given.startsWith('\u001E') ? given.slice(1) : given;
  try {
    return parseJson(text);
  } catch (thrown) {
    try {
      return parseJson(
        text.replace(LOOSE, (found) => {
          if (found.startsWith('"'))
            return found.replace(CONTROL, (sign) => JSON.stringify(sign).slice(1, -1));
          return found.startsWith('/') || found.startsWith(',') ? '' : 'null';
        }),
      );
    } catch {
      throw thrown;
    }
  }
}
