import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type DealView, type Process, type Stage } from '@/api';
import { tell } from '@/ui/toast';
import { CallFields } from './CallFields';
import { CallTracks } from './CallTracks';
import { type CallDraft, callOf, drafts, EMPTY, isTyped, questionsOf, tracksOf } from './call';
import { m } from './messages';
import css from './Present.module.css';
import { qualificationQuery, useCall } from './queries';

interface Props {
  view: DealView;
  process: Process | null;
  stage: Stage | undefined;
  opened: boolean;
  onClose: () => void;
}

/** Beside a call: what to ask and say, and a form for what they said, written down in one saving. */
export function CallGuide({ opened, onClose, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size="72rem" title={m.call.title(rest.view.deal.name)}>
      {opened && <Guide onClose={onClose} {...rest} />}
    </Modal>
  );
}

function Guide({ view, process, stage, onClose }: Omit<Props, 'opened'>) {
  const { deal } = view;
  const schemes = useQuery(qualificationQuery(deal.id)).data?.schemes ?? [];
  const call = useCall(deal.id);
  const [draft, setDraft] = useState<CallDraft>(() => drafts.all()[deal.id] ?? EMPTY);
  const change = (next: Partial<CallDraft>) => {
    const changed = { ...draft, ...next };
    setDraft(changed);
    if (isTyped(changed)) drafts.put(deal.id, changed);
    else drafts.drop(deal.id);
  };
  const done = () => {
    drafts.drop(deal.id);
    onClose();
  };
  const questions = questionsOf(process, stage, schemes, view);
  const tracks = tracksOf(process, stage);
  const errors = call.isError ? (asProblem(call.error).errors ?? []) : [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        call.mutate(callOf(draft, stage?.id ?? ''), {
          onSuccess: () => {
            tell(m.call.done);
            done();
          },
        });
      }}
    >
      <div className={css.guide}>
        <section aria-labelledby="call-guide">
          <h3 id="call-guide">{m.call.guide}</h3>
          <CallTracks deal={deal} questions={questions} tracks={tracks} />
        </section>
        <section aria-labelledby="call-form">
          <h3 id="call-form">{m.call.form}</h3>
          <CallFields view={view} stage={stage} questions={questions} draft={draft} onChange={change} />
          {errors.length > 0 && (
            <p className={css.warn} role="alert">
              {errors.map((e) => e.message).join(' ')}
            </p>
          )}
          <Group justify="space-between" mt="md">
            <span className="soft small">{isTyped(draft) ? m.call.kept : ''}</span>
            <Group>
              <Button variant="default" onClick={done}>
                {m.call.drop}
              </Button>
              <Button type="submit" loading={call.isPending}>
                {m.call.go}
              </Button>
            </Group>
          </Group>
        </section>
      </div>
    </form>
  );
}
