import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says in passing that something was done, with a button that takes it back or leads on. Gives back how to close it early. */
export function tellAct(message: string, label: string, act: () => void): () => void {
  const id = notifications.show({
    autoClose: 8_000,
    color: 'teal',
    message: (
      <span style={{ display: 'flex', gap: 16, alignItems: 'center', justifyContent: 'space-between' }}>
        {message}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            act();
          }}
        >
          {label}
        </Button>
      </span>
    ),
  });
  return () => notifications.hide(id);
}
