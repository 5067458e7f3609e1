import { Button, Group, Modal } from '@mantine/core';
import { asProblem, type ProductLine } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useRemove } from './queries';

/** Asks before a product is taken out of the catalogue. */
export function RemoveProduct({ product, onClose }: { product: ProductLine | null; onClose: () => void }) {
  const remove = useRemove();
  const close = () => {
    remove.reset();
    onClose();
  };
  const go = () => {
    if (!product?.id) return;
    const done = () => {
      tell(m.taking.done(product.name));
      close();
    };
    remove.mutate({ id: product.id, version: product.version }, { onSuccess: done });
  };
  return (
    <Modal opened={product !== null} onClose={close} title={product && m.taking.title(product.name)}>
      <p style={{ marginTop: 0 }}>{m.taking.says}</p>
      {remove.isError && <ProblemNote problem={asProblem(remove.error)} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {m.form.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={go}>
          {m.taking.go}
        </Button>
      </Group>
    </Modal>
  );
}
