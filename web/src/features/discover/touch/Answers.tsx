import type { AnswerTimes } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { count, exactPercent, percent, shortDays } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { LITTLE } from './few';
import { m } from './messages';
import { inDays } from './names';
import css from './Touch.module.css';

type Bin = AnswerTimes['spread'][number];

/** How soon each side answers the other. */
export const Answers = ({ ours, theirs }: { ours: AnswerTimes; theirs: AnswerTimes }) => (
  <Section title={m.answers.title} says={m.answers.says}>
    <div className={css.two}>
      <One title={m.answers.ours} times={ours} file="our-answers" />
      <One title={m.answers.theirs} times={theirs} file="their-answers" />
    </div>
  </Section>
);

/** The bin in words: `up to 4 h`. */
export const binName = (bin: Bin): string =>
  typeof bin.to_hours === 'number'
    ? m.answers.within(shortDays(inDays(bin.to_hours)))
    : m.answers.over(shortDays(inDays(bin.from_hours)));

function One({ title, times, file }: { title: string; times: AnswerTimes; file: string }) {
  const { hours, within_day: day, answered, asked } = times;
  if (asked === 0) {
    return (
      <div>
        <h3>{title}</h3>
        <p className="soft">{m.answers.none}</p>
      </div>
    );
  }
  const says = [
    answered < LITTLE
      ? m.answers.few(answered)
      : m.answers.median(shortDays(inDays(hours.median)), shortDays(inDays(hours.q25)), shortDays(inDays(hours.q75))),
    m.answers.day(day.count, day.of, percent(day.share), exactPercent(day.low), exactPercent(day.high)),
    m.answers.left(asked - answered, asked),
  ].join(' ');
  const columns: Column<Bin>[] = [
    { id: 'time', header: m.answers.time, value: binName, title: true },
    { id: 'count', header: m.answers.count, value: (b) => b.count, cell: (b) => count(b.count), align: 'right' },
    {
      id: 'share',
      header: m.answers.share,
      value: (b) => b.count / answered,
      cell: (b) => percent(b.count / answered),
      align: 'right',
    },
  ];
  return (
    <ChartFrame
      title={title}
      says={says}
      columns={columns}
      rows={times.spread}
      rowId={(b) => `${b.from_hours}`}
      file={file}
      picture={false}
    >
      {answered >= LITTLE && <Bins bins={times.spread} answered={answered} />}
    </ChartFrame>
  );
}

function Bins({ bins, answered }: { bins: Bin[]; answered: number }) {
  const most = Math.max(1, ...bins.map((b) => b.count));
  return (
    <ul className={css.bins}>
      {bins.map((bin) => (
        <li key={bin.from_hours}>
          <span>{binName(bin)}</span>
          <span className={css.bar} aria-hidden>
            <span style={{ width: `${(bin.count / most) * 100}%` }} />
          </span>
          <span className="tabular">{m.answers.bin(bin.count, percent(bin.count / answered))}</span>
        </li>
      ))}
    </ul>
  );
}
