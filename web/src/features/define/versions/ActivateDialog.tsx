import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Activated, asProblem, type Process } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { tellAct } from '@/ui/ActNote';
import type { Which } from '../which';
import { ActivationForm } from './ActivationForm';
import { refusedStages } from './held';
import { m } from './messages';
import { previewQuery, useActivate } from './queries';

/** What is to become active. */
export interface Candidate {
  /** None for the draft, which is proposed first. */
  version: number | null;
  process: Process | null;
  toml: string;
  note: string;
  /** It was active before. */
  again: boolean;
}

interface Props {
  candidate: Candidate;
  which: Which;
  /** The version that is active now. */
  active: number;
  onClose: () => void;
  onDone?: (done: Activated) => void;
}

/** Shows what a version would mean for the open deals, and makes it active. */
export function ActivateDialog({ candidate, which, active, onClose, onDone }: Props) {
  const navigate = useNavigate();
  // A draft that was proposed but could not be made active is a version now, and the draft is gone.
  const [sent, setSent] = useState<Candidate | null>(null);
  const shown = sent ?? candidate;
  const preview = useQuery(previewQuery(which, shown.toml, active));
  const onVersion = (version: number) => setSent({ ...shown, version });
  const activate = useActivate(which, onVersion, (done) => {
    tellAct(m.activate.done(done.saved.version, done.moved), m.activate.board, () => void navigate({ to: '/board' }));
    onDone?.(done);
    onClose();
  });
  const problem = activate.isError ? asProblem(activate.error) : null;
  return (
    <Modal opened onClose={onClose} size="48rem" title={m.activate.title(shown.version)}>
      <Loaded query={preview} skeleton={<TextSkeleton />}>
        {(data) => (
          <ActivationForm
            candidate={shown}
            preview={data}
            refused={refusedStages(problem)}
            problem={problem}
            busy={activate.isPending}
            onGo={(how) => {
              setSent(shown);
              activate.mutate({ version: shown.version, seen: active, how });
            }}
            onClose={onClose}
          />
        )}
      </Loaded>
    </Modal>
  );
}
