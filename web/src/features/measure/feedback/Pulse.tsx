import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PulseResults, PulseRoundView, PulseSeries, SavedPulse } from '@/api';
import { useMay } from '@/app/session';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { tell } from '@/ui/toast';
import css from './Feedback.module.css';
import { m } from './messages';
import { PulseSettingsDialog } from './PulseSettingsDialog';
import { Question } from './Question';
import { resultsQuery, settingsQuery, useBegin } from './queries';

/** What the short survey says, round by round. */
export function Pulse() {
  const settings = useQuery(settingsQuery);
  const results = useQuery(resultsQuery);
  const leads = useMay('owner', 'manager');
  const [changing, setChanging] = useState(false);
  const begin = useBegin();
  const saved = settings.data;
  return (
    <Section
      title={m.pulse.title}
      says={m.pulse.says}
      actions={
        leads &&
        saved && (
          <>
            {saved.settings.on && (
              <Button
                variant="default"
                title={m.pulse.form.nowHelp}
                loading={begin.isPending}
                onClick={() => begin.mutate(undefined, { onSuccess: () => tell(m.pulse.form.begun) })}
              >
                {m.pulse.form.now}
              </Button>
            )}
            <Button variant={saved.settings.on ? 'default' : 'filled'} onClick={() => setChanging(true)}>
              {saved.settings.on ? m.pulse.settings : m.pulse.turnOn}
            </Button>
          </>
        )
      }
    >
      <Loaded query={results}>{(found) => <Found results={found} saved={saved} />}</Loaded>
      {saved && <PulseSettingsDialog saved={saved} opened={changing} onClose={() => setChanging(false)} />}
    </Section>
  );
}

function Found({ results, saved }: { results: PulseResults; saved: SavedPulse | undefined }) {
  const { rounds, series } = results;
  const last = rounds.at(-1);
  const off = saved !== undefined && !saved.settings.on;
  return (
    <>
      {off && <p className="soft">{m.pulse.off}</p>}
      {saved?.settings.on === true && <p className="soft">{m.pulse.on(saved.settings.every_weeks)}</p>}
      {last && (
        <>
          <Round round={last} />
          <Asked series={series.filter((one) => one.current)} rounds={rounds} />
          <Words rounds={rounds} />
          {series.some((one) => !one.current) && (
            <section aria-label={m.pulse.former}>
              <h3 className={css.heading}>{m.pulse.former}</h3>
              <Asked series={series.filter((one) => !one.current)} rounds={rounds} />
            </section>
          )}
        </>
      )}
      <p className="soft small">{m.pulse.how}</p>
    </>
  );
}

function Round({ round }: { round: PulseRoundView }) {
  const { answers, asked, shown } = round;
  const hidden = answers - shown;
  return (
    <Group gap="sm" mb="sm">
      <b>{m.pulse.round(round.no, date(round.opened))}</b>
      {!given(round.closed) && <span className="soft">{m.pulse.running}</span>}
      <span className="soft">{shown === 0 ? m.pulse.waiting(answers, asked) : m.pulse.answered(answers, asked)}</span>
      {shown > 0 && hidden > 0 && (
        <span className="soft">{given(round.closed) ? m.pulse.left(hidden) : m.pulse.waits(hidden)}</span>
      )}
      {round.sample && <span className={css.small}>{m.sample}</span>}
    </Group>
  );
}

function Asked({ series, rounds }: { series: PulseSeries[]; rounds: PulseRoundView[] }) {
  return (
    <div className={css.questions}>
      {series.map((one) => (
        <Question key={one.question} series={one} rounds={rounds} />
      ))}
    </div>
  );
}

/** The free sentences, the last round first. */
function Words({ rounds }: { rounds: PulseRoundView[] }) {
  const told = rounds.filter((round) => round.words.length > 0).reverse();
  if (told.length === 0) return null;
  return (
    <section aria-label={m.pulse.words}>
      <h3 className={css.heading}>{m.pulse.words}</h3>
      {told.slice(0, 4).map((round) => (
        <div key={round.no}>
          <p className={css.small}>
            {m.pulse.round(round.no, date(round.opened))} {round.sample && `· ${m.sample}`}
          </p>
          <ul className={css.sentences}>
            {round.words.map((words, at) => (
              <li key={`${at} ${words}`}>{words}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
