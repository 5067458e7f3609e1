import type { MetricAnswer } from '@/api';
import { Section } from '@/ui/PageHead';
import css from './Metrics.module.css';
import { m } from './messages';

/** What a metric is: its formula, what counts, an example, where it comes from. */
export function About({ answer: { sentence, counts, page } }: { answer: MetricAnswer }) {
  const rows: [string, string | undefined][] = [
    [m.about.sentence, sentence],
    [m.about.formula, page?.formula],
    [m.about.counts, counts],
    [m.about.example, page?.example],
    [m.about.source, page?.source],
  ];
  return (
    <Section title={m.about.title}>
      <dl className={css.about}>
        {rows.map(([name, text]) =>
          text === undefined ? null : (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
