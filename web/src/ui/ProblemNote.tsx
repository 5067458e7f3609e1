import { Alert, Button, Code, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '@/api';
import { m } from '@/messages';

/** What went wrong, what to do, and the number to quote. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const errors = (problem.errors ?? []).filter((e) => e.message !== problem.detail);
  return (
    <Alert
      role="alert"
      variant="default"
      title={problem.title}
      icon={<IconAlertTriangle aria-hidden />}
      styles={{ root: { borderColor: 'var(--lost)' }, icon: { color: 'var(--lost)' }, label: { color: 'var(--ink)' } }}
    >
      <p style={{ margin: 0 }}>{problem.detail}</p>
      {errors.length > 0 && (
        <List size="sm" mt="sm">
          {errors.map((e) => (
            <List.Item key={e.field + e.message}>
              <b>{e.field}</b>: {e.message}
            </List.Item>
          ))}
        </List>
      )}
      {problem.number && (
        <p className="small" style={{ marginBottom: 0 }}>
          {m.problem.number} <Code>{problem.number}</Code>
        </p>
      )}
      {onRetry && (
        <Button mt="md" size="sm" variant="default" onClick={onRetry}>
          {m.problem.retry}
        </Button>
      )}
    </Alert>
  );
}
