import { Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { HeldDeal, Process } from '@/api';
import { count, money, NONE } from '@/ui/format';
import { criteriaOf, type HeldLine } from './held';
import { m } from './messages';
import css from './Versions.module.css';

interface Props {
  lines: HeldLine[];
  /** The version's process, for the words of its criteria. */
  process: Process | null;
  /** What is counted beside the stage. */
  columns: readonly Count[];
}

/** Open deals in all; held by the active version; held by the other one. */
type Count = 'open' | 'now' | 'then';

/** By stage how many open deals are held, with the deals themselves. */
export function HeldTable({ lines, process, columns }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Table className={css.held ?? ''} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{m.activate.stage}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} ta="right">
              {m.activate[column]}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => {
          const isMore = columns.includes('now') && line.then > line.now;
          return (
            <Fragment key={line.stage}>
              <Table.Tr>
                <Table.Th scope="row" fw={400}>
                  <Toggle line={line} open={open === line.stage} onToggle={setOpen} />
                </Table.Th>
                {columns.map((column) => (
                  <Table.Td key={column} ta="right" fw={isMore && column === 'then' ? 600 : 400}>
                    {count(line[column])}
                  </Table.Td>
                ))}
              </Table.Tr>
              {open === line.stage && (
                <Table.Tr>
                  <Table.Td colSpan={columns.length + 1}>
                    <Deals line={line} process={process} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

interface ToggleProps {
  line: HeldLine;
  open: boolean;
  onToggle: (stage: string | null) => void;
}

function Toggle({ line, open, onToggle }: ToggleProps) {
  if (line.deals.length === 0) return <span className={css.plainStage}>{line.name}</span>;
  return (
    <UnstyledButton
      className={css.toggle ?? ''}
      aria-expanded={open}
      aria-label={open ? m.activate.hide(line.name) : m.activate.show(line.name)}
      onClick={() => onToggle(open ? null : line.stage)}
    >
      {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
      {line.name}
    </UnstyledButton>
  );
}

function Deals({ line, process }: { line: HeldLine; process: Process | null }) {
  const says = criteriaOf(process, line.stage);
  return (
    <>
      <ul className={css.deals}>
        {line.deals.map((deal) => (
          <li key={deal.id}>
            <Link to="/deals/$deal" params={{ deal: deal.id }} target="_blank">
              {deal.name}
            </Link>{' '}
            <span className="soft small">{about(deal)}</span>
            <span className={css.missing}>
              {m.activate.missing}: {deal.missing.map((id) => says.get(id) ?? id).join('; ')}
            </span>
          </li>
        ))}
      </ul>
      {line.deals.length < line.then && <p className="soft small">{m.activate.first(line.deals.length)}</p>}
    </>
  );
}

function about({ account, owner, value_minor: value, currency }: HeldDeal): string {
  const worth = money(value, currency ?? '');
  return [account, worth === NONE ? '' : worth, owner].filter(Boolean).join(' · ');
}
