import { api, got } from '@/api';
import { saveText } from '@/ui/csv';
import { tellProblem } from '@/ui/toast';
import { bodyOf, type Draft } from '../queries';

/** The text of a draft that the server has not got. */
async function textOf(draft: Draft): Promise<string> {
  if (draft.text !== null) return draft.text;
  return (await got(api.POST('/process/check', { body: { ...bodyOf(draft), note: '' } }))).toml;
}

/** Has the browser save a draft as a file. */
export async function downloadDraft(draft: Draft): Promise<void> {
  try {
    saveText('my-draft.toml', 'application/toml', await textOf(draft));
  } catch (error) {
    tellProblem(error);
  }
}
