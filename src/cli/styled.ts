/** Styled text for terminals; plain if stdout is a file or a pipe, or NO_COLOR is set. */
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** The text in a style, if stdout supports styles. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Whether stdout supports styles. */
export function isStyled(): boolean {
  return styled('bold', 'x') !== 'x';
}
