/** What can be typed into the search box, with examples that can be tried. */
import { NO_SEARCH } from '../app/address.ts';
import { Dialog, type SearchDialogProps } from '../app/dialog.tsx';
import { Link } from '../app/link.tsx';
import type { SyntaxTopic } from '../i18n/catalogue.ts';
import { useTranslator } from '../i18n/translator-context.ts';

export function HelpDialog({ onClose }: SearchDialogProps) {
  const { messages } = useTranslator();
  const { title, intro, example, meaning, examples, meanings } = messages.help;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{intro}</p>
      <table class="syntax">
        <thead>
          <tr>
            <th scope="col">{example}</th>
            <th scope="col">{meaning}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(examples) as SyntaxTopic[]).map((topic) => (
            <tr key={topic}>
              <td>
                <Link
                  to={{ view: 'search', search: { ...NO_SEARCH, q: examples[topic] } }}
                  dir="auto"
                  onFollow={onClose}
                >
                  {examples[topic]}
                </Link>
              </td>
              <td>{meanings[topic]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
