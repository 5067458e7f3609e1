import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { RowTools } from '../RowTools';
import { m } from './messages';
import css from './Playbook.module.css';

interface Props {
  /** Its heading. */
  children: ReactNode;
  /** What it is called, for those who do not see the page around it. */
  name: string;
  may: boolean;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** The head of a thing in a list, with the buttons that open, move and remove it for those who may. */
export function ItemHead({ children, name, may, isOpen, onOpen, onMove, onRemove }: Props) {
  return (
    <div className={css.head}>
      <div>{children}</div>
      {may && (
        <div className={css.tools}>
          <Button
            size="compact-sm"
            variant={isOpen ? 'filled' : 'default'}
            aria-label={isOpen ? `${m.done}: ${name}` : m.edit(name)}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? m.done : m.editShort}
          </Button>
          <RowTools name={name} onMove={onMove} onRemove={onRemove} />
        </div>
      )}
    </div>
  );
}
