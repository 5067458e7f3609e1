import type { ReactNode } from 'react';
import type { AnswerKind } from '@/api';
import { ChoiceInput, DurationInput, type InputProps, ManyInput, NumberInput, PairsInput, WordsInput } from './inputs';
import { PeopleInput } from './PeopleInput';

const INPUTS: Record<AnswerKind, (props: InputProps) => ReactNode> = {
  choice: ChoiceInput,
  many: ManyInput,
  text: WordsInput,
  pairs: PairsInput,
  people: PeopleInput,
  amount: NumberInput,
  percent: NumberInput,
  duration: DurationInput,
};

/** The input that suits a question. */
export function QuestionInput(props: InputProps) {
  const Input = INPUTS[props.question.kind];
  return <Input {...props} />;
}
