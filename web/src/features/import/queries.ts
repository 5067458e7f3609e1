import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, got, type Upload } from '@/api';

/** Sends files, several parts in one request. */
function upload(files: File[]): Promise<Upload> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  const file = files.map((f) => f.name);
  return got(api.POST('/uploads', { body: { file }, bodySerializer: () => form }));
}

export const uploadKey = (id: string) => ['upload', id] as const;

/** Uploads files and goes to the page that shows what was recognised. */
export function useUpload() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: upload,
    onSuccess: (received) => {
      queries.setQueryData(uploadKey(received.id), received);
      void navigate({ to: '/import/$upload', params: { upload: received.id } });
    },
  });
}
