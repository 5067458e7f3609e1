import { ActionIcon, Kbd, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { m } from './messages';
import css from './Palette.module.css';
import { SearchBox } from './SearchBox';

/** Search over everything; Ctrl or Cmd and K opens it anywhere. */
export function Palette() {
  const [opened, { open, close, toggle }] = useDisclosure(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [toggle]);
  return (
    <>
      <button type="button" className={css.open} aria-label={m.openLabel} onClick={open}>
        <IconSearch size={16} aria-hidden />
        <span>{m.open}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <ActionIcon
        className={css.small ?? ''}
        variant="subtle"
        c="var(--ink)"
        size={40}
        aria-label={m.openLabel}
        onClick={open}
      >
        <IconSearch size={20} />
      </ActionIcon>
      <Modal
        opened={opened}
        onClose={close}
        withCloseButton={false}
        padding={0}
        size={640}
        yOffset="10dvh"
        attributes={{ content: { 'aria-label': m.title } }}
        returnFocus
      >
        {opened && <SearchBox close={close} />}
      </Modal>
    </>
  );
}
