import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Told, ToldAnswer } from '@/api';
import type { Selection } from '@/app/selection';
import { useMay } from '@/app/session';
import { date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { Section } from '@/ui/PageHead';
import { tellAct } from '@/ui/ActNote';
import { CorrectDialog } from './CorrectDialog';
import css from './Interviews.module.css';
import { m } from './messages';
import { toldQuery, useCorrect } from './queries';

/** The answers deal by deal, each beside what the log says. */
export function ToldDeals({ selection }: { selection: Selection }) {
  const query = useQuery(toldQuery(selection));
  return (
    <Section title={m.told.title} says={m.told.says}>
      <Loaded query={query}>
        {(all) => (
          <div className={css.told}>
            {all.map((told, i) => (
              <details key={told.id} className={css.deal} open={i === 0}>
                <summary>
                  <OutcomeBadge outcome={told.outcome} />
                  <strong>{told.name}</strong>
                  <span className="soft small">
                    {[told.account === told.name ? null : told.account, told.owner, told.closed && date(told.closed)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span className={css.differing} data-any={told.differing > 0}>
                    {m.told.differing(told.differing)}
                  </span>
                </summary>
                <Answers told={told} />
              </details>
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Answers({ told }: { told: Told }) {
  const lead = useMay('owner', 'manager');
  return (
    <>
      <table className={css.beside}>
        <thead>
          <tr>
            <th>{m.told.question}</th>
            <th>{m.told.remembered}</th>
            <th>{m.told.log}</th>
            {lead && <th aria-label={m.told.correct} />}
          </tr>
        </thead>
        <tbody>
          {told.answers.map((answer) => (
            <tr key={answer.question} data-differs={answer.beside?.agrees === false}>
              <th scope="row">{answer.name}</th>
              <td data-label={m.told.remembered}>
                {answer.reply.forgotten ? (
                  <span className="soft">{answer.text}</span>
                ) : (
                  answer.reply.said?.map((s) => (
                    <div key={s.text}>
                      {s.text}
                      {s.note ? <span className="soft"> → {s.note}</span> : ''}
                    </div>
                  ))
                )}
              </td>
              <td data-label={m.told.log}>
                <BesideIt answer={answer} />
              </td>
              {lead && (
                <td>
                  <Tools deal={told.id} answer={answer} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        <Link to="/deals/$deal" params={{ deal: told.id }}>
          {m.told.deal}
        </Link>
      </p>
    </>
  );
}

function BesideIt({ answer }: { answer: ToldAnswer }) {
  const { beside } = answer;
  if (!beside) return <span className="soft small">{m.told.nothing}</span>;
  return (
    <>
      {beside.agrees === true && (
        <span className={css.mark} data-agrees="yes">
          ✓ {m.told.agrees}
        </span>
      )}
      {beside.agrees === false && (
        <span className={css.mark} data-agrees="no">
          ≠ {m.told.differs}
        </span>
      )}
      {beside.sentence}
    </>
  );
}

function Tools({ deal, answer }: { deal: string; answer: ToldAnswer }) {
  const correct = useCorrect();
  const [opened, setOpened] = useState(false);
  const { question, name, reply } = answer;
  const takeBack = () =>
    correct.mutate(
      { deal, question, reply: { forgotten: false, said: [] } },
      { onSuccess: () => tellAct(m.told.taken, m.told.undo, () => correct.mutate({ deal, question, reply })) },
    );
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-xs" variant="subtle" aria-label={m.told.correctLabel(name)} onClick={() => setOpened(true)}>
        {m.told.correct}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={m.told.takeBackLabel(name)}
        onClick={takeBack}
      >
        {m.told.takeBack}
      </Button>
      {opened && <CorrectDialog deal={deal} answer={answer} close={() => setOpened(false)} />}
    </Group>
  );
}
