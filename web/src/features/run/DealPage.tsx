import { Button, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type DealView } from '@/api';
import { useKeys } from '@/app/keys';
import { useUser } from '@/app/session';
import { DealCommission } from '@/features/commission/deal/DealCommission';
import { touchpointsQuery } from '@/features/define/queries';
import { isLead, LeadNotice } from '@/features/leads/deal/LeadNotice';
import { Research } from '@/features/leads/deal/Research';
import { m as leadWords } from '@/features/leads/messages';
import { DealMails } from '@/features/mail/deal/DealMails';
import { DealSequences } from '@/features/sequences/DealSequences';
import { m as words } from '@/messages';
import { DealsLink } from '@/ui/DealsLink';
import { useRecent } from '@/features/search/recent';
import { money } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { PageHead } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import { AfterSale } from './after/AfterSale';
import { AskedMove } from './after/AskedMove';
import { AnswerForm } from './deal/AnswerForm';
import { AtHand } from './deal/AtHand';
import { Commitments } from './deal/commitments/Commitments';
import { m as commitmentWords } from './deal/commitments/messages';
import { Criteria } from './deal/Criteria';
import { saidAt } from './deal/saidAt';
import css from './deal/Deal.module.css';
import { Facts } from './deal/Facts';
import { m } from './deal/messages';
import { NextStep } from './deal/NextStep';
import { m as peopleWords } from './deal/people/messages';
import { People } from './deal/people/People';
import { type Remedy, remedy, wordsOf } from './deal/remedy';
import { StagePath } from './deal/StagePath';
import { Tasks } from './deal/Tasks';
import { TimeLine } from './deal/TimeLine';
import { anchor } from './deal/timeline';
import { TouchForm, type TouchStart } from './deal/TouchForm';
import { dealQuery, ownVersionQuery } from './queries';
import { CallGuide } from './present/CallGuide';
import { m as callWords } from './present/messages';
import { Presenting } from './present/Presenting';
import { useAnticipated } from './present/useAnticipated';
import { Quotes } from './quotes/Quotes';
import { type Moving, useMoves } from './useMoves';

/** One deal: where it stands, what is missing, what to do next, what happened. */
export function DealPage() {
  const { deal: id } = useParams({ from: '/shell/deals/$deal' });
  const query = useQuery(dealQuery(id));
  return (
    <Loaded query={query} skeleton={<DealSkeleton />}>
      {(view) => <Page key={id} view={view} />}
    </Loaded>
  );
}

/** Where facts stand beside what is to be done. */
const WIDE = '(width >= 60em)';

const CALL: TouchStart = { kind: 'call', side: 'rep', attributes: {} };

function Page({ view }: { view: DealView }) {
  const { deal, may_change: may } = view;
  useRecent(`/deals/${deal.id}`, deal.name);
  const version = useQuery(ownVersionQuery(view));
  const process = version.data?.process ?? null;
  const stages = process?.stages ?? [];
  const stage = stages.find((s) => s.id === view.stage?.stage_id);
  const wide = useMediaQuery(WIDE);
  const [editing, setEditing] = useState<string | null>(null);
  const [touch, setTouch] = useState<TouchStart | null>(null);
  const [question, setQuestion] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [calling, setCalling] = useState(false);
  const anticipated = useAnticipated(deal.id, process);
  const common = useQuery(touchpointsQuery).data ?? [];
  const { move, ask, dialog } = useMoves();
  const from = view.stage?.stage_id ?? null;
  const moving: Moving = { id: deal.id, name: deal.name, version: deal.version, from, stages, gaps: view.buy_in };
  const lead = isLead(deal);
  const canMove = may && stages.length > 0 && !lead;
  const askWhere = canMove ? () => ask(moving) : undefined;
  useKeys({ m: askWhere, e: may ? () => setEditing('name') : undefined, c: may ? () => setTouch(CALL) : undefined });
  const remedyOf = (criterion: string): Remedy | null => {
    const found = stage?.exit?.find((c) => c.id === criterion);
    return found ? remedy(found, common) : null;
  };
  const act = (what: Remedy) => {
    if (what.do === 'field') setEditing(what.name);
    else if (what.do === 'answer') setQuestion(what.question);
    else setTouch(what);
  };
  const goTo = (id: string) => {
    const to = stages.find((s) => s.id === id);
    if (to) move(moving, to);
  };
  const lose = () => goTo(stages.find((s) => s.kind === 'lost')?.id ?? '');
  const showEvent = (id: string) => {
    setWanted(id);
    // The event may be among those that are shown only now.
    requestAnimationFrame(() => {
      const element = document.getElementById(anchor(id));
      element?.scrollIntoView({ block: 'center' });
      element?.focus({ preventScroll: true });
    });
  };
  const hand = process && stage && (
    <AtHand
      deal={deal}
      process={process}
      stage={stage}
      anticipated={anticipated}
      onTouch={may ? setTouch : undefined}
    />
  );
  return (
    <>
      <PageHead
        title={deal.name}
        says={<Says view={view} />}
        actions={
          may && (
            <>
              <Button variant="default" onClick={() => setCalling(true)}>
                {callWords.call.open}
              </Button>
              <Button variant="default" onClick={() => setTouch(CALL)}>
                {m.log}
              </Button>
              {askWhere && (
                <Button variant="default" onClick={askWhere}>
                  {m.move}
                </Button>
              )}
            </>
          )
        }
      />
      {!may && <ReadOnly owner={deal.owner} />}
      {version.isError && <ProblemNote problem={asProblem(version.error)} onRetry={() => void version.refetch()} />}
      {view.asked && <AskedMove deal={deal.id} asked={view.asked} mayChange={may} />}
      <LeadNotice view={view} />
      {view.path.length > 0 && !lead && <StagePath view={view} />}
      {!lead && <NextStep view={view} remedyOf={remedyOf} onRemedy={act} onMove={goTo} />}
      <div className={css.page}>
        <div>
          {view.stage && view.exit.length > 0 && (
            <section className={css.part}>
              <h2>{view.next_stage ? m.exit.title(view.next_stage.name) : m.exit.leaving}</h2>
              <p className="soft">{m.exit.says(met(view), view.exit.filter((c) => c.required).length)}</p>
              <Criteria
                exit={view.exit}
                events={view.events}
                onEvent={showEvent}
                at={saidAt(view, view.stage.stage_id)}
              />
            </section>
          )}
          {view.tasks.length > 0 && (
            <section className={css.part}>
              <h2>{m.tasks.title}</h2>
              <Tasks view={view} />
            </section>
          )}
          {view.commitments.length > 0 && (
            <section className={css.part}>
              <h2>{commitmentWords.title}</h2>
              <p className="soft">{commitmentWords.says}</p>
              <Commitments view={view} onEvent={showEvent} />
            </section>
          )}
          {lead ? (
            <section className={css.part}>
              <h2>{leadWords.deal.research}</h2>
              <Research view={view} />
            </section>
          ) : (
            <>
              <Presenting
                view={view}
                process={process}
                stage={stage}
                onAnswer={setQuestion}
                onDisqualify={canMove ? lose : undefined}
              />
              {deal.outcome === 'won' && <AfterSale view={view} />}
              <Quotes deal={deal} mayChange={may} gaps={deal.outcome === 'open' ? view.buy_in : []} />
              {deal.outcome !== 'won' && <AfterSale view={view} />}
              {deal.outcome === 'won' && <DealCommission deal={deal} className={css.part} />}
            </>
          )}
          <DealMails view={view} />
          <DealSequences view={view} />
          {!wide && hand}
        </div>
        <aside>
          <section className={css.part}>
            <h2>{m.facts.title}</h2>
            <Facts deal={deal} mayChange={may} editing={editing} onEdit={setEditing} />
          </section>
          <section className={css.part}>
            <h2>{peopleWords.title}</h2>
            <People view={view} roles={wordsOf(stages).role ?? []} />
          </section>
          {wide && hand}
        </aside>
        <section className={css.part} data-area="line">
          <h2>{m.line.title}</h2>
          <TimeLine events={view.events} process={process} wanted={wanted} />
        </section>
      </div>
      <TouchForm deal={deal.id} start={touch} process={process} stage={stage} onClose={() => setTouch(null)} />
      <CallGuide view={view} process={process} stage={stage} opened={calling} onClose={() => setCalling(false)} />
      <AnswerForm deal={deal.id} question={question} onClose={() => setQuestion(null)} />
      {dialog}
    </>
  );
}

const met = (view: DealView): number => view.exit.filter((c) => c.required && c.met).length;

function Says({ view: { deal } }: { view: DealView }) {
  return (
    <span className={css.subtitle}>
      <OutcomeBadge outcome={deal.outcome} />
      {deal.account && (
        <Link to="/accounts/one" search={{ name: deal.account }} className="quiet-link">
          {deal.account}
        </Link>
      )}
      {deal.owner && <DealsLink to={{ field: [`owner:${deal.owner}`] }}>{deal.owner}</DealsLink>}
      {deal.product && <span>{deal.product}</span>}
      {deal.value && <span>{m.worth(money(deal.value.minor, deal.value.currency))}</span>}
    </span>
  );
}

/** Why nothing can be changed here. */
function ReadOnly({ owner }: { owner: string | null | undefined }) {
  const role = useUser()?.role;
  if (role === undefined) return null;
  const says = role === 'rep' ? m.readOnly.rep(owner ?? m.readOnly.nobody) : m.readOnly.other(words.roles[role]);
  return (
    <p className={css.notice} role="note">
      {says}
    </p>
  );
}

const DealSkeleton = () => (
  <Stack gap="lg">
    <Skeleton height={32} width="40%" />
    <Skeleton height={56} />
    <Skeleton height={80} />
    <div className={css.page}>
      <TextSkeleton lines={8} />
      <TextSkeleton lines={6} />
    </div>
  </Stack>
);
