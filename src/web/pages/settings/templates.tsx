import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { templateWords as words } from '../../../catalogue/settings.ts';
import { links } from '../../links.ts';
import type { Template } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { useTemplates } from '../portfolio/new-purchase.tsx';
import { JobShown } from './job.tsx';
import { TemplateEditor } from './template-editor.tsx';

/** The presets, read only, and the workspace's own templates, to edit. */
export function Templates(): ReactNode {
  const { workspace_id } = usePlace();
  const { template: chosen } = useSearch({ from: '/w/$workspace_id/settings' });
  const templates = useTemplates();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Template | null>(null);
  if (templates.isPending) return <Skeleton className="h-64" />;
  if (templates.isError) return <Trouble error={templates.error} retry={() => void templates.refetch()} />;
  const all = templates.data.templates;
  const kept = all.find((one) => one.template_id === chosen) ?? all[0];
  const shown = draft ?? kept;
  const pick = (template_id: string): void => {
    setDraft(null);
    void navigate({ ...links.settings(workspace_id), search: { tab: 'templates', template: template_id } });
  };
  const duplicate = (from: Template): void =>
    setDraft({ ...from, preset: false, template_id: crypto.randomUUID(), name: words.copy_of(from.name) });
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <div className="flex flex-wrap gap-1.5 mb-4">
        {all.map((one) => (
          <button
            key={one.template_id}
            type="button"
            className="chip"
            aria-pressed={shown?.template_id === one.template_id}
            onClick={() => pick(one.template_id)}
          >
            {one.name} <b>{one.preset ? words.preset : words.own}</b>
          </button>
        ))}
        {draft !== null && (
          <button type="button" className="chip" aria-pressed>
            {draft.name} <b>{words.unsaved}</b>
          </button>
        )}
      </div>
      {shown === undefined ? null : shown.preset ? (
        <>
          <ol className="mb-4">
            {shown.jobs.map((job) => (
              <JobShown key={job.job_id} job={job} />
            ))}
          </ol>
          <Button look="primary" onClick={() => duplicate(shown)}>
            {words.duplicate}
          </Button>
        </>
      ) : (
        <TemplateEditor
          key={shown.template_id}
          template={shown}
          onSaved={pick}
          onDuplicate={() => duplicate(shown)}
          isNew={draft !== null}
        />
      )}
    </>
  );
}
