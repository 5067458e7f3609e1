import { Button, Group, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BulkHeld } from '@/api';
import { m } from './messages';
import css from './Bulk.module.css';

/** The deals that a change left as they were, each with the reason. */
export function Held({ held, onClose }: { held: readonly BulkHeld[]; onClose: () => void }) {
  return (
    <Modal opened={held.length > 0} onClose={onClose} title={m.held(held.length)} size="lg">
      <ul className={css.held}>
        {held.map((deal) => (
          <li key={deal.id}>
            <p>
              {deal.name === '' ? (
                <span>{m.why.gone}</span>
              ) : (
                <Link to="/deals/$deal" params={{ deal: deal.id }} className="quiet-link">
                  {deal.name}
                </Link>
              )}{' '}
              <span className="soft small">{m.why[deal.why]}</span>
            </p>
            {deal.errors.length > 0 ? (
              <ul className="small">
                {deal.errors.map((error) => (
                  <li key={error.field}>{error.message}</li>
                ))}
              </ul>
            ) : (
              <p className="soft small">{deal.says}</p>
            )}
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="sm">
        <Button data-autofocus onClick={onClose}>
          {m.close}
        </Button>
      </Group>
    </Modal>
  );
}
