import { Alert, Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { asProblem, type ProposalDraft, type Proposed } from '@/api';
import { useMay, useUser } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { hasErrors, stagesOf } from './edit';
import { FindingList } from './FindingNotes';
import { GroundLegend } from './GroundMark';
import { m } from './messages';
import { accepted, lineCount, NO_CHOICES } from './proposal';
import css from './Propose.module.css';
import { ProposedStage } from './ProposedStage';
import { checkQuery, draftQuery, processQuery, proposalQuery, useSave } from './queries';
import { SavingWords, StaleNote } from './Saving';
import { useChoices } from './useChoices';

/** A process made from the data, each line of which is taken, changed or dropped before it is saved. */
export function ProposePage() {
  const proposal = useQuery(proposalQuery);
  const draft = useQuery(draftQuery);
  return (
    <Loaded query={proposal}>
      {(proposed) => <Loaded query={draft}>{(kept) => <Proposal proposed={proposed} draft={kept} />}</Loaded>}
    </Loaded>
  );
}

const PAUSE = 400;

function Proposal({ proposed, draft }: { proposed: Proposed; draft: ProposalDraft }) {
  const may = useMay('owner', 'manager');
  const navigate = useNavigate();
  const saved = useQuery(processQuery).data?.saved;
  const choosing = useChoices(useUser()?.id ?? '', proposed.process, draft);
  const { choices, choose } = choosing;
  const process = useMemo(() => accepted(proposed.process, choices), [proposed, choices]);
  const [settled] = useDebouncedValue(process, PAUSE);
  const changed = choices !== NO_CHOICES;
  const check = useQuery({ ...checkQuery({ process: settled, text: null }), enabled: changed });
  const findings = changed ? check.data?.findings : proposed.findings;
  const save = useSave((done) => {
    if (choosing.state.is === 'stale') choosing.takeTheirs();
    else if (changed) choose(NO_CHOICES);
    tell(m.save.saved(done.version));
    void navigate({ to: '/define' });
  });
  const next = (saved?.version ?? 0) + 1;
  const button = may ? (
    <Button
      loading={save.isPending}
      disabled={findings === undefined || hasErrors(findings)}
      onClick={() =>
        save.mutate({ draft: { process, text: null }, note: m.propose.note, seen: saved?.version ?? null })
      }
    >
      {m.propose.save(next)}
    </Button>
  ) : (
    <span className="soft">{m.propose.readOnly}</span>
  );
  return (
    <>
      <PageHead title={m.propose.title} says={m.propose.says} actions={button} />
      {saved && (
        <p className="soft">
          {m.propose.exists(saved.version)} <Link to="/define">{m.version(saved.version)}</Link>
        </p>
      )}
      <p className={css.basis}>{proposed.basis.sentence}</p>
      {save.isError && <ProblemNote problem={asProblem(save.error)} />}
      {proposed.notes.length > 0 && (
        <Alert variant="default" title={m.propose.notes} mb="md" styles={{ label: { color: 'var(--ink)' } }}>
          <ul className={css.notes}>
            {proposed.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Alert>
      )}
      {proposed.open_questions.length > 0 && (
        <Alert variant="default" title={m.propose.open} mb="md" styles={{ label: { color: 'var(--ink)' } }}>
          <ul className={css.notes}>
            {proposed.open_questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Group justify="space-between" align="flex-start">
        <GroundLegend />
        <span className="soft small">
          {m.propose.kept(lineCount(process), lineCount(proposed.process))}
          <SavingWords state={choosing.state} last={choosing.last} untouched={!changed} />{' '}
          {changed && may && (
            <Button size="compact-sm" variant="subtle" onClick={() => choose(NO_CHOICES)}>
              {m.propose.anew}
            </Button>
          )}
        </span>
      </Group>
      <StaleNote
        state={choosing.state}
        says={m.propose.staleNext}
        onTheirs={choosing.takeTheirs}
        onMine={choosing.keepMine}
      />
      <ol className={css.stages}>
        {stagesOf(proposed.process).map((stage, place) => (
          <ProposedStage
            key={stage.id}
            stage={stage}
            place={place}
            grounds={proposed.grounds}
            choices={choices}
            readOnly={!may}
            onChange={choose}
          />
        ))}
      </ol>
      <Group mt="lg">
        {button}
        <span className="soft small">{m.propose.editLater}</span>
      </Group>
      <Section title={m.propose.findings}>
        <FindingList findings={findings} checking={changed && check.isFetching} />
      </Section>
    </>
  );
}
