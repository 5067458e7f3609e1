import type { ReactNode } from 'react';
import type { Brief, BriefPerson } from '@/api';
import { given } from '@/ui/given';
import css from './Brief.module.css';
import { m } from './messages';

/** The brief as it is printed: on the left what to say, on the right who and with what. */
export function BriefSheet({ brief }: { brief: Brief }) {
  const minutes = brief.agenda.reduce((sum, item) => sum + item.minutes, 0);
  const who = brief.prospect || brief.deal;
  return (
    <article className={css.sheet}>
      <header className={css.head}>
        <p className={css.over}>
          <span>{brief.company ? `${brief.company} · ${m.title}` : m.title}</span>
          <span>{brief.stage}</span>
        </p>
        <h2>{who}</h2>
        <p>{[brief.deal === who ? '' : brief.deal, brief.worth].filter(Boolean).join(' · ')}</p>
        {given(brief.meeting) ? (
          <p>
            <b>{brief.meeting.title}</b>
            <br />
            {[brief.meeting.when, brief.meeting.place].filter(Boolean).join(' · ')}
          </p>
        ) : (
          <p>{m.noMeeting}</p>
        )}
      </header>
      <div className={css.columns}>
        <div>
          <Points title={m.useCase} items={brief.use_cases} />
          <Points title={m.pains} items={brief.pains} />
          {brief.objections.length > 0 && (
            <Part title={m.objections}>
              {brief.objections.map((one, at) => (
                <div key={at} className={css.one}>
                  <p>
                    <b>“{one.says}”</b> <span className={css.soft}>{one.because}</span>
                  </p>
                  <p>{one.answer || <span className={css.soft}>{m.noAnswer}</span>}</p>
                  <p className={css.soft}>
                    {[one.proof && m.proofOf(one.proof), one.known].filter(Boolean).join(' · ')}
                  </p>
                </div>
              ))}
            </Part>
          )}
          {brief.agenda.length > 0 && (
            <Part title={m.agenda(minutes)}>
              <ol className={css.agenda}>
                {brief.agenda.map((item, at) => (
                  <li key={at}>
                    <span className={css.soft}>{item.from}</span>
                    <span>{item.what}</span>
                    <span className={css.soft}>{m.minutes(item.minutes)}</span>
                  </li>
                ))}
              </ol>
            </Part>
          )}
        </div>
        <div>
          <People title={m.ours} people={brief.ours} />
          <People title={m.theirs} people={brief.theirs} />
          {given(brief.persona) && (
            <Part title={m.persona(brief.persona.name)}>
              {brief.persona.role && <p>{brief.persona.role}</p>}
              <Told title={m.wants} items={brief.persona.goals} />
              <Told title={m.hurts} items={brief.persona.pains} />
              <Told title={m.believes} items={brief.persona.trusts} />
            </Part>
          )}
          {brief.proof.length > 0 && (
            <Part title={m.proof}>
              {brief.proof.map((one) => (
                <div key={one.id} className={css.one}>
                  <p>
                    <b>{one.name}</b> <span className={css.soft}>{one.kind}</span>
                  </p>
                  {one.known && <p className={css.soft}>{one.known}</p>}
                </div>
              ))}
            </Part>
          )}
          <Points title={m.competitors} items={brief.competitors} />
          {brief.answers.length > 0 && (
            <Part title={m.answers}>
              {brief.answers.map((one) => (
                <div key={one.asks} className={css.one}>
                  <p className={css.soft}>{one.asks}</p>
                  <p>{one.answer}</p>
                </div>
              ))}
            </Part>
          )}
          {brief.note && (
            <Part title={m.note}>
              <p className={css.note}>{brief.note}</p>
            </Part>
          )}
        </div>
      </div>
    </article>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={css.part}>
    <h3>{title}</h3>
    {children}
  </section>
);

function Points({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {items.map((item, at) => (
          <li key={at}>{item}</li>
        ))}
      </ul>
    </Part>
  );
}

function People({ title, people }: { title: string; people: BriefPerson[] }) {
  if (people.length === 0) return null;
  return (
    <Part title={title}>
      {people.map((person, at) => (
        <p key={at}>
          <b>{person.name}</b> <span className={css.soft}>{person.part}</span>
        </p>
      ))}
    </Part>
  );
}

function Told({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <p>
      <span className={css.soft}>{title}</span> {items.join('; ')}
    </p>
  );
}
