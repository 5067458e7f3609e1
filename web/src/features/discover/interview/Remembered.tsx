import type { InterviewSummary, QuestionSummary, SaidCount } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { count, shortDays } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import css from './Interviews.module.css';
import { m } from './messages';

/** Answers of a question that are shown before one asks for all. */
const FIRST = 6;
/** With fewer numbers there is no middle one worth saying. */
const FEW = 3;

/** What all interviews say together: counts, and who said it. */
export function Remembered({ summary }: { summary: InterviewSummary }) {
  const most = Math.max(1, ...summary.questions.flatMap((q) => q.said.map((s) => s.deals)));
  const shown = summary.questions.filter((q) => q.id !== 'interview.objections');
  return (
    <Section title={m.summary.title} says={`${summary.sentence} ${m.summary.says}`}>
      <div className={css.grid}>
        {shown.map((question) => (
          <OneQuestion key={question.id} question={question} most={most} />
        ))}
      </div>
      {summary.objections.length > 0 && (
        <>
          <h3>{m.summary.objections}</h3>
          <DataTable
            label={m.summary.objections}
            columns={OBJECTIONS}
            rows={summary.objections}
            rowId={(row) => row.objection.text}
            csv="objections.csv"
          />
        </>
      )}
    </Section>
  );
}

const OBJECTIONS: Column<InterviewSummary['objections'][number]>[] = [
  { id: 'objection', header: m.summary.objection, value: (o) => o.objection.text, title: true },
  {
    id: 'deals',
    header: m.summary.deals,
    value: (o) => o.objection.deals,
    cell: (o) => split(o.objection),
  },
  {
    id: 'answers',
    header: m.summary.answer,
    long: true,
    value: (o) => o.answers.map((a) => `${a.text} (${split(a)})`).join('; ') || m.summary.unanswered,
    cell: (o) =>
      o.answers.length === 0 ? (
        <span className="soft">{m.summary.unanswered}</span>
      ) : (
        <ul className={css.plain}>
          {o.answers.map((a) => (
            <li key={a.text}>
              {a.text} <span className="soft small">{split(a)}</span>
            </li>
          ))}
        </ul>
      ),
  },
];

const split = (said: SaidCount): string => m.summary.split(said.won, said.lost, said.deals);

function OneQuestion({ question, most }: { question: QuestionSummary; most: number }) {
  const { said, numbers } = question;
  return (
    <section className={css.question} aria-label={question.name}>
      <h3>{question.name}</h3>
      <p className="soft small">
        {[
          question.answered > 0 ? m.summary.answered(question.answered) : null,
          question.forgotten > 0 ? m.summary.forgotten(question.forgotten) : null,
        ]
          .filter(Boolean)
          .join('; ')}
      </p>
      {numbers.length > 0 && <p className="tabular">{inWords(question)}</p>}
      <Bars said={said.slice(0, FIRST)} most={most} />
      {said.length > FIRST && (
        <details>
          <summary className="small">{m.summary.more(said.length - FIRST)}</summary>
          <Bars said={said.slice(FIRST)} most={most} />
        </details>
      )}
    </section>
  );
}

function Bars({ said, most }: { said: SaidCount[]; most: number }) {
  if (said.length === 0) return null;
  const width = (n: number) => ({ width: `${(100 * n) / most}%` });
  return (
    <ul className={css.bars}>
      {said.map((s) => (
        <li key={s.text}>
          <span>{s.text}</span>
          <span className="soft small tabular">{split(s)}</span>
          <span className={css.track} aria-hidden>
            <span className={css.won} style={width(s.won)} />
            <span className={css.lost} style={width(s.lost)} />
            <span className={css.open} style={width(s.deals - s.won - s.lost)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The numbers one by one, as there are a handful, and the middle one of three or more. */
function inWords({ id, numbers }: QuestionSummary): string {
  const say = (n: number): string => {
    if (id === 'interview.duration') return shortDays(n);
    return id === 'interview.discount' ? `${count(n)} %` : count(n);
  };
  const middle = numbers[Math.floor(numbers.length / 2)];
  const list = numbers.slice(0, 20).map(say).join(', ') + (numbers.length > 20 ? '…' : '');
  return m.summary.numbers(list, numbers.length >= FEW && middle !== undefined ? say(middle) : null);
}
