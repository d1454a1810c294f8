/** Below the search box: help with the query language, a form for it, a list of queries, a comparison, following. All are loaded when they are wanted. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Search } from '../app/address.ts';
import type { SearchDialogProps } from '../app/dialog.tsx';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';

type Tool = ComponentType<SearchDialogProps>;

const TOOLS = {
  help: async (): Promise<Tool> => (await import('./help-dialog.tsx')).HelpDialog,
  batch: async (): Promise<Tool> => (await import('./batch-dialog.tsx')).BatchDialog,
  compare: async (): Promise<Tool> => (await import('./compare-dialog.tsx')).CompareDialog,
  follow: async (): Promise<Tool> => (await import('./follow-dialog.tsx')).FollowDialog,
  advanced: async (): Promise<Tool> => (await import('./advanced-dialog.tsx')).AdvancedDialog,
} as const;

export function SearchTools({ search }: { search: Search }) {
  const { messages } = useTranslator();
  const [open, setOpen] = useState<{ Tool: Tool }>();
  const show = async (name: keyof typeof TOOLS): Promise<void> => setOpen({ Tool: await TOOLS[name]() });
  return (
    <div class="search-tools">
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => show('help')}>
        {messages.help.title}
      </button>
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => show('advanced')}>
        {messages.advanced.title}
      </button>
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => show('batch')}>
        {messages.batch.title}
      </button>
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => show('compare')}>
        {messages.compare.title}
      </button>
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => show('follow')}>
        {messages.following.title}
      </button>
      <Link class="tool" to={{ view: 'together', search, around: '', types: [] }}>
        {messages.together.title}
      </Link>
      {open !== undefined && <open.Tool search={search} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
