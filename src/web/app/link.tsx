/** A link inside the page: an ordinary one, that is followed without loading the page again. */
import type { ComponentChildren } from 'preact';
import { type Address, formatAddress } from './address.ts';
import { go, isPlainClick } from './navigation.ts';

interface LinkProps {
  to: Address;
  children: ComponentChildren;
  class?: string;
  label?: string;
  title?: string;
  lang?: string;
  dir?: 'rtl' | 'ltr' | 'auto';
  /** An element at which the arrow keys stop. */
  stop?: string;
  /** It leads to what is shown. */
  current?: boolean;
  onFollow?: () => void;
}

export function Link({
  to,
  children,
  class: className,
  label,
  title,
  lang,
  dir,
  stop,
  current,
  onFollow,
}: LinkProps) {
  return (
    <a
      href={formatAddress(to)}
      class={className}
      aria-label={label}
      title={title}
      lang={lang}
      dir={dir}
      data-stop={stop}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onFollow?.();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
