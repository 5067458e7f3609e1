import { Badge, Button, CopyButton, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Interview, InterviewState } from '@/api';
import { useUser } from '@/app/session';
import { date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { Section } from '@/ui/PageHead';
import { tell } from '@/ui/toast';
import { When } from '@/ui/When';
import css from './Interviews.module.css';
import { mailto } from './mail';
import { m } from './messages';
import { interviewsQuery, useNewLink, useTakeOut, useWithdraw } from './queries';

const COLOUR: Record<InterviewState, string> = {
  'not-opened': 'gray',
  begun: 'yellow',
  done: 'teal',
  expired: 'gray',
  withdrawn: 'gray',
};

interface Props {
  /** The links that are known on this page, by interview. */
  links: Record<string, string>;
  learn: (id: string, link: string) => void;
}

/** Who was asked, and how far they are. Nothing as long as nobody was. */
export function Asked({ links, learn }: Props) {
  const query = useQuery(interviewsQuery);
  if (query.data?.length === 0) return null;
  return (
    <Section title={m.asked.title} says={m.asked.says}>
      <Loaded query={query}>
        {(all) => (
          <ul className={css.asked}>
            {all.map((interview) => (
              <li key={interview.id} className={css.rep}>
                <OneAsked interview={interview} link={links[interview.id]} learn={learn} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

interface OneProps {
  interview: Interview;
  link: string | undefined;
  learn: Props['learn'];
}

function OneAsked({ interview, link, learn }: OneProps) {
  const { id, rep, deals, state } = interview;
  const takeOut = useTakeOut();
  const sum = (of: (d: Interview['deals'][number]) => number) => deals.reduce((n, d) => n + of(d), 0);
  return (
    <>
      <Group justify="space-between" gap="xs">
        <h3 className={css.name}>{rep}</h3>
        <Badge color={COLOUR[state]} variant="light">
          {m.asked.state[state]}
        </Badge>
      </Group>
      <p className="small">
        {m.asked.progress(
          deals.filter((d) => d.done).length,
          deals.length,
          sum((d) => d.answered),
          sum((d) => d.of),
        )}
      </p>
      <p className="soft small">
        {interview.answered && (
          <>
            {m.asked.last} <When at={interview.answered} />.{' '}
          </>
        )}
        {interview.reminded && (
          <>
            {m.asked.reminded} <When at={interview.reminded} />.{' '}
          </>
        )}
        {state !== 'withdrawn' && state !== 'expired' && `${m.asked.until(date(interview.expires))}.`}
      </p>
      <ul className={css.deals}>
        {deals.map((deal) => (
          <li key={deal.id}>
            <OutcomeBadge outcome={deal.outcome} />
            <Link to="/deals/$deal" params={{ deal: deal.id }}>
              {deal.name}
            </Link>
            <span className="soft small tabular">
              {deal.answered}/{deal.of}
            </span>
            {!deal.done && state !== 'withdrawn' && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={m.asked.takeOut(deal.name)}
                onClick={() => takeOut.mutate({ id, deal: deal.id })}
              >
                {m.choose.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {state !== 'withdrawn' && <LinkTools interview={interview} link={link} learn={learn} />}
    </>
  );
}

function LinkTools({ interview, link, learn }: OneProps) {
  const by = useUser()?.name ?? '';
  const newLink = useNewLink();
  const withdraw = useWithdraw();
  const { id, rep, state } = interview;
  const whole = link === undefined ? '' : location.origin + link;
  const make = (remind: boolean) =>
    newLink.mutate(
      { id, remind },
      {
        onSuccess: (made) => {
          learn(id, made.link);
          if (remind) location.assign(mailto(interview, location.origin + made.link, by, true));
        },
      },
    );
  return (
    <div className={css.tools}>
      {link !== undefined && (
        <Group gap="xs" wrap="nowrap" className={css.link}>
          <TextInput
            aria-label={m.asked.linkOf(rep)}
            value={whole}
            readOnly
            className={css.grow}
            onFocus={(e) => e.currentTarget.select()}
          />
          <CopyButton value={whole}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? m.asked.copied : m.asked.copy}</Button>}
          </CopyButton>
        </Group>
      )}
      <Group gap="xs">
        {link !== undefined && (
          <>
            <Button component="a" variant="default" size="compact-sm" href={mailto(interview, whole, by, false)}>
              {m.asked.mail}
            </Button>
            <Button component="a" variant="default" size="compact-sm" href={link}>
              {m.asked.open}
            </Button>
          </>
        )}
        {link === undefined && (
          <Button variant="default" size="compact-sm" loading={newLink.isPending} onClick={() => make(false)}>
            {m.asked.newLink}
          </Button>
        )}
        {state !== 'done' && (
          <Button variant="default" size="compact-sm" loading={newLink.isPending} onClick={() => make(true)}>
            {m.asked.remind}
          </Button>
        )}
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          onClick={() => withdraw.mutate(id, { onSuccess: () => tell(m.asked.withdrawn(rep)) })}
        >
          {m.asked.withdraw}
        </Button>
      </Group>
    </div>
  );
}
