import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SequenceReport, SequenceShare } from '@/api';
import { count, percent } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from './messages';
import { figuresQuery } from './queries';
import css from './Sequences.module.css';

/** How a sequence does: counts, with what they leave open. */
export function Figures({ id }: { id: string }) {
  const { data } = useQuery(figuresQuery(id));
  if (!data) return null;
  if (data.enrolled === 0) return <p className="soft small">{m.figures.none}</p>;
  return (
    <>
      <p className={css.about} style={{ marginTop: 12 }}>
        <span>
          {m.figures.enrolled}: <b>{count(data.enrolled)}</b>
        </span>
        <span>
          {m.figures.reply}: <Share share={data.reply} />
        </span>
        <span>
          {m.figures.meeting}: <Share share={data.meeting} />
        </span>
        {data.unsubscribed > 0 && (
          <span>
            {m.figures.unsubscribed}: <b>{count(data.unsubscribed)}</b>
          </span>
        )}
      </p>
      <details>
        <summary className="small">{m.figures.label}</summary>
        <ByStep report={data} />
        <p className="soft small">{m.figures.help}</p>
      </details>
    </>
  );
}

function Share({ share: { count: k, of, low, high } }: { share: SequenceShare }) {
  return (
    <>
      <b>{m.figures.share(k, of)}</b>
      {given(low) && given(high) && ` (${m.figures.range(percent(low), percent(high))})`}
    </>
  );
}

function ByStep({ report }: { report: SequenceReport }) {
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={m.figures.label}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{m.figures.step}</Table.Th>
            <Table.Th>{m.figures.done}</Table.Th>
            <Table.Th>{m.figures.skipped}</Table.Th>
            <Table.Th>{m.figures.reply}</Table.Th>
            <Table.Th>{m.figures.meeting}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.steps.map((step) => (
            <Table.Tr key={step.step}>
              <Table.Td>{step.step}</Table.Td>
              <Table.Td>{count(step.done)}</Table.Td>
              <Table.Td>{count(step.skipped)}</Table.Td>
              <Table.Td>
                <Share share={step.reply} />
              </Table.Td>
              <Table.Td>
                <Share share={step.meeting} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
