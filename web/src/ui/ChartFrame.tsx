import { ActionIcon, Menu, SegmentedControl } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { m } from '@/messages';
import { kept } from './format';
import css from './ChartFrame.module.css';
import { saveBlob, saveText } from './csv';
import { type Column, DataTable, tableCsv } from './DataTable';
import { pngOf, svgText } from './svg';
import { tell } from './toast';

interface Props<T> {
  title: string;
  /** The level of the title: 2 where the chart is a part of the page of its own. */
  order?: 2 | 3;
  /** What it means, in a sentence, before the picture. */
  says?: ReactNode;
  /** The same figures as a table. */
  columns: Column<T>[];
  rows: T[];
  rowId: (row: T) => string;
  /** Name of the files without ending. */
  file: string;
  /** Rows of the table shown before one asks for all. */
  first?: number;
  /** Controls of the chart's own. */
  controls?: ReactNode;
  /** False: the picture is no single `svg` that could be saved. */
  picture?: boolean;
  /** The chart. */
  children: ReactNode;
}

/** A chart with its title, its sentence, the table behind it, and ways to take it along. */
export function ChartFrame<T extends object>(props: Props<T>) {
  const { title, says, columns, rows, rowId, file, first, controls, picture = true, order = 3, children } = props;
  const [view, setView] = useState('chart');
  const drawn = useRef<HTMLDivElement>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(tableCsv(columns, rows));
    tell(m.chart.copied);
  };
  const save = () => {
    const svg = drawn.current?.querySelector('svg');
    if (svg) saveText(`${file}.svg`, 'image/svg+xml', svgText(svg));
  };
  const savePng = async () => {
    const svg = drawn.current?.querySelector('svg');
    if (svg) saveBlob(`${file}.png`, await pngOf(svg));
  };
  return (
    <figure className={css.frame}>
      <figcaption className={css.head}>
        <div className={css.words}>
          {order === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
          {says !== undefined && <p>{typeof says === 'string' ? kept(says) : says}</p>}
        </div>
        <div className={css.controls}>
          {controls}
          <SegmentedControl
            size="xs"
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: m.chart.chart },
              { value: 'table', label: m.chart.table },
            ]}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" c="var(--ink-soft)" aria-label={m.chart.actions}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void copy()}>{m.chart.copyCsv}</Menu.Item>
              <Menu.Item onClick={() => saveText(`${file}.csv`, 'text/csv', tableCsv(columns, rows))}>
                {m.table.download}
              </Menu.Item>
              {picture && view === 'chart' && <Menu.Item onClick={save}>{m.chart.saveSvg}</Menu.Item>}
              {picture && view === 'chart' && <Menu.Item onClick={() => void savePng()}>{m.chart.savePng}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </div>
      </figcaption>
      {view === 'chart' ? (
        <div ref={drawn} className={css.picture}>
          {children}
        </div>
      ) : (
        <DataTable
          columns={columns}
          rows={rows}
          rowId={rowId}
          label={title}
          csv={`${file}.csv`}
          {...(first !== undefined && { first })}
        />
      )}
    </figure>
  );
}
