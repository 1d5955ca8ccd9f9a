import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import { words } from '../../../catalogue/files.ts';
import type { ShownProps } from './preview.tsx';

/** Markdown as text with headings and lists. HTML in it stays text; pictures are not fetched from other hosts. */
export function MarkdownText({ bytes, name }: ShownProps): ReactNode {
  const text = useQuery({ queryKey: ['text', name, bytes.size], queryFn: () => bytes.text(), gcTime: 0 });
  return (
    <div className="p-4 bg-panel markdown wrap-anywhere" dir="auto">
      <Markdown
        components={{
          img: ({ alt }) => <span className="text-dim">{words.picture(alt ?? '')}</span>,
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer noopener" className="linklike">
              {children}
            </a>
          ),
        }}
      >
        {text.data ?? ''}
      </Markdown>
    </div>
  );
}
