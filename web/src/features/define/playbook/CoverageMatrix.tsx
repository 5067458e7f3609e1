import { IconPlus } from '@tabler/icons-react';
import type { Content, Persona, Stage } from '@/api';
import css from './Coverage.module.css';
import type { Coverage, CoverageCell } from './coverage';
import { m } from './messages';
import { StageLetter } from './StageMarks';

interface Props {
  coverage: Coverage;
  onOpen: (content: Content) => void;
  /** Adds content for a persona (or everybody) at a stage; left out for those who may not. */
  onFill?: (persona: Persona | null, stage: Stage) => void;
}

/** Personas down, stages across, content in the cells. On a phone each persona is a list of stages. */
export function CoverageMatrix({ coverage: { stages, rows }, onOpen, onFill }: Props) {
  return (
    <div className={css.frame}>
      <table className={css.matrix} aria-label={m.coverage.label}>
        <thead>
          <tr>
            <th scope="col">{m.coverage.persona}</th>
            {stages.map(({ stage, place }) => (
              <th key={place} scope="col">
                <StageLetter place={place} />
                <span>{stage.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ persona, cells }) => (
            <tr key={persona?.id ?? ''}>
              <th scope="row">{persona?.name ?? m.forEverybody}</th>
              {cells.map((cell) => (
                <td key={cell.place} data-hole={cell.hole || undefined}>
                  <span className={css.stage} aria-hidden>
                    <StageLetter place={cell.place} /> {cell.stage.name}
                  </span>
                  <Cell cell={cell} persona={persona} onOpen={onOpen} {...(onFill && { onFill })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps extends Omit<Props, 'coverage'> {
  cell: CoverageCell;
  persona: Persona | null;
}

function Cell({ cell: { own, shared, hole, stage }, persona, onOpen, onFill }: CellProps) {
  const who = persona?.name ?? m.everybody;
  return (
    <div className={css.cell}>
      {own.map((content) => (
        <button key={content.id} type="button" className={css.content} onClick={() => onOpen(content)}>
          {content.name || content.id}
        </button>
      ))}
      {shared.length > 0 && (
        <span className={css.shared} title={m.all(shared.map((c) => c.name))}>
          {m.coverage.shared(shared.length)}
        </span>
      )}
      {hole && <span className={css.none}>{m.coverage.hole}</span>}
      {own.length === 0 && onFill && (
        <button
          type="button"
          className={css.fill}
          aria-label={m.coverage.fill(who, stage.name)}
          onClick={() => onFill(persona, stage)}
        >
          <IconPlus size={14} aria-hidden /> {m.coverage.fillShort}
        </button>
      )}
      {own.length === 0 && !hole && !onFill && shared.length === 0 && (
        <span className="soft tiny">{m.coverage.none}</span>
      )}
    </div>
  );
}
