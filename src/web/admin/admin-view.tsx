/** The pages for those who run the archive: its state, what readers do not find, and what helps them to. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ADMIN_SECTIONS, type AdminSection } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { Skeleton } from '../app/notices.tsx';
import { useArrival } from '../app/use-arrival.ts';
import { useTranslator } from '../i18n/translator-context.ts';
import { useLoaded } from './admin-api.ts';
import { Answered } from './answered.tsx';
import { NamesSection } from './names-section.tsx';
import { PinsSection } from './pins-section.tsx';
import { SearchesSection } from './searches-section.tsx';
import type { SectionProps } from './section.ts';
import { StateSection } from './state-section.tsx';
import { SynonymsSection } from './synonyms-section.tsx';
import { TakedownsSection } from './takedowns-section.tsx';
import { type AdminTexts, loadAdminTexts } from './texts.ts';
import { AdminTextsContext } from './texts-context.ts';

const SECTIONS: Readonly<Record<AdminSection, ComponentType<SectionProps>>> = {
  state: StateSection,
  searches: SearchesSection,
  synonyms: SynonymsSection,
  pins: PinsSection,
  takedowns: TakedownsSection,
  names: NamesSection,
};

export function AdminView({ section, ...props }: SectionProps & { section: AdminSection }) {
  const { language } = useTranslator();
  const [texts, setTexts] = useState<AdminTexts>();
  useEffect(() => {
    loadAdminTexts(language).then(setTexts, () => setTexts(undefined));
  }, [language]);
  const gate = useLoaded('/api/pins');
  const name = texts?.sections[section];
  const heading = useArrival(name && `${name} · ${texts?.title}`);
  if (texts === undefined) return <Skeleton />;
  const Section = SECTIONS[section];
  // Some lists may be read without the key; nothing is shown before it is known to allow changes.
  return (
    <AdminTextsContext.Provider value={texts}>
      <div class="admin-view" id="results" tabIndex={-1}>
        <nav aria-label={texts.title}>
          <ul>
            {ADMIN_SECTIONS.map((each) => (
              <li
                key={each}
                class={each === section ? 'current' : undefined}
                aria-current={each === section && 'page'}
              >
                <Link to={{ view: 'admin', section: each, q: '', oneWay: false }}>
                  {texts.sections[each]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        <Answered loaded={gate}>
          {() => <Section key={`${section} ${props.q} ${props.oneWay}`} {...props} />}
        </Answered>
      </div>
    </AdminTextsContext.Provider>
  );
}
