import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { asProblem, BASE, problemOf } from '@/api';
import { m } from './messages';

/** Fetches the offer as PDF; the token goes in a header, so that it never reaches a log. */
async function fetched(token: string): Promise<Blob> {
  const response = await fetch(`${BASE}/quote.pdf`, { headers: { 'x-quote': token } });
  if (!response.ok) throw await problemOf(response);
  return response.blob();
}

/** Hands a file to the browser to keep. */
function keep(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Keeps the offer as PDF. */
export function SavePdf({ token, name }: { token: string; name: string }) {
  const save = useMutation({
    mutationFn: () => fetched(token),
    meta: { quiet: true },
    onSuccess: (file) => keep(file, `${name}.pdf`),
  });
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {m.pdf}
      </Button>
      {save.isError && <span role="alert"> {asProblem(save.error).detail}</span>}
    </>
  );
}
