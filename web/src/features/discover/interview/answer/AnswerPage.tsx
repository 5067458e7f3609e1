import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { asProblem, type FormDeal, type InterviewForm } from '@/api';
import { ThemeSwitch } from '@/app/ThemeSwitch';
import { date } from '@/ui/format';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { ProblemNote } from '@/ui/ProblemNote';
import { PageSkeleton } from '@/ui/Skeletons';
import css from './Answer.module.css';
import { type Answers, screensFor, toldCount } from './flow';
import { m } from './messages';
import { formQuery, sendDone } from './queries';
import { Telling } from './Telling';

/** The token stands behind `#`, so that it never reaches a log; in the path it does as well. */
function useToken(): string {
  const { token } = useParams({ strict: false });
  const [behind] = useState(() => location.hash.replace(/^#(token=)?/, ''));
  return token ?? behind;
}

/** Where a rep tells about deals: opened by a link, on a phone, without signing in. */
export function AnswerPage() {
  const token = useToken();
  const query = useQuery({ ...formQuery(token), enabled: token !== '' });
  useEffect(() => {
    document.title = `${m.title} · Stagecraft`;
  }, []);
  return (
    <main className={css.page}>
      <div className={css.top}>
        <span className={css.brand}>
          <img src="/favicon.svg" alt="" width={24} height={24} /> Stagecraft
        </span>
        <ThemeSwitch />
      </div>
      {token === '' ? (
        <Plain title={m.noToken} says={m.noTokenHelp} />
      ) : query.data ? (
        <Form token={token} form={query.data} />
      ) : query.isError ? (
        <div className={css.body}>
          <h1>{asProblem(query.error).title}</h1>
          <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
        </div>
      ) : (
        <PageSkeleton />
      )}
    </main>
  );
}

function Plain({ title, says }: { title: string; says: string }) {
  return (
    <div className={css.body}>
      <h1>{title}</h1>
      <p>{says}</p>
    </div>
  );
}

type Where = { is: 'overview' } | { is: 'telling' | 'thanks'; deal: string };

function Form({ token, form }: { token: string; form: InterviewForm }) {
  // What was answered on this page, deal by deal; the form is as it was when the page was opened.
  const [deals, setDeals] = useState<FormDeal[]>(form.deals);
  const [where, setWhere] = useState<Where>({ is: 'overview' });
  const done = useMutation({ mutationFn: (deal: string) => sendDone(token, deal), retry: 5 });
  const keep = (id: string, part: Partial<FormDeal>) =>
    setDeals((all) => all.map((d) => (d.id === id ? { ...d, ...part } : d)));
  if (deals.length === 0) return <Plain title={m.none} says={m.noneHelp} />;
  const here = where.is === 'overview' ? undefined : deals.find((d) => d.id === where.deal);
  const tell = (deal: string) => setWhere({ is: 'telling', deal });
  if (!here) return <Overview form={form} deals={deals} tell={tell} />;
  if (where.is === 'thanks') {
    return (
      <Thanks deal={here} next={deals.find((d) => !d.done)} tell={tell} back={() => setWhere({ is: 'overview' })} />
    );
  }
  return (
    <Telling
      key={here.id}
      token={token}
      deal={here}
      screens={form.screens}
      leave={(answers: Answers) => {
        keep(here.id, { answers });
        setWhere({ is: 'overview' });
      }}
      finish={(answers: Answers) => {
        keep(here.id, { answers, done: true });
        done.mutate(here.id);
        setWhere({ is: 'thanks', deal: here.id });
      }}
    />
  );
}

function Overview({ form, deals, tell }: { form: InterviewForm; deals: FormDeal[]; tell: (deal: string) => void }) {
  return (
    <div className={css.body}>
      <h1>{m.hello(form.rep)}</h1>
      <p>{m.asks(form.by, deals.length)}</p>
      <p className="soft small">{m.honest}</p>
      <ul className={css.list}>
        {deals.map((deal) => {
          const screens = screensFor(form.screens, deal);
          const told = toldCount(screens, deal.answers);
          return (
            <li key={deal.id} className={css.card}>
              <strong>{deal.name}</strong>
              <p className="soft small">
                <OutcomeBadge outcome={deal.outcome} />
                {deal.account && deal.account !== deal.name ? ` · ${deal.account}` : ''}
                {deal.closed ? ` · ${date(deal.closed)}` : ''}
              </p>
              <p className="small">
                {deal.done ? `✓ ${m.toldAll} · ` : ''}
                {m.progress(told, screens.length)}
              </p>
              <Button fullWidth size="md" variant={deal.done ? 'default' : 'filled'} onClick={() => tell(deal.id)}>
                {deal.done ? m.again : told > 0 ? m.goOn : m.begin}
              </Button>
            </li>
          );
        })}
      </ul>
      <p className="soft small">{m.until(date(form.expires))}</p>
    </div>
  );
}

interface ThanksProps {
  deal: FormDeal;
  next: FormDeal | undefined;
  tell: (deal: string) => void;
  back: () => void;
}

function Thanks({ deal, next, tell, back }: ThanksProps) {
  return (
    <div className={css.body}>
      <h1>{m.thanks}</h1>
      <p>{next ? m.thanksOne(deal.name) : m.thanksAll}</p>
      <div className={css.list}>
        {next && (
          <Button size="md" onClick={() => tell(next.id)}>
            {m.nextDeal(next.name)}
          </Button>
        )}
        <Button size="md" variant="default" onClick={back}>
          {m.toOverview}
        </Button>
      </div>
    </div>
  );
}
