/** Plain text as HTML. */
import { escapeHtml } from '../../../common/html.ts';

/** Text in which \`code\` is between backticks. */
export function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
