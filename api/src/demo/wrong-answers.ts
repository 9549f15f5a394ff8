import type { Answer, ItemAnswer } from '../assessment/index.js';
import { mrzTask, type Question, type QuestionPart } from '../format/index.js';

/** An answer that earns nothing, for people of the demonstration who do not know better. */
export function wrongAnswer(question: Question): Exclude<Answer, null> {
  if (question.type !== 'case') return wrongItem(question);
  return Object.fromEntries(question.parts.map((part) => [part.id, wrongItem(part)]));
}

function wrongItem(question: QuestionPart | Exclude<Question, { type: 'case' }>): ItemAnswer {
  switch (question.type) {
    case 'single':
      return question.options.find((option) => !option.correct)!.id;
    case 'multiple':
      return question.options.filter((option) => !option.correct).map((option) => option.id);
    case 'matching':
      return Object.fromEntries(
        question.rows.map((row) => [
          row.id,
          (question.choices.find((choice) => !row.match.includes(choice.id)) ?? question.choices[0]!).id,
        ]),
      );
    case 'ordering':
      return question.steps.map((step) => step.id).toReversed();
    case 'true-false':
      return !question.answer;
    case 'number':
      return question.answer.value + question.answer.tolerance + 1;
    case 'short-answer':
      return '?';
    case 'mrz': {
      const { answer } = mrzTask(question.mrz);
      if (typeof answer === 'number') return (answer + 1) % 10;
      return answer === 'none' ? 'number' : 'none';
    }
    case 'hotspot': {
      const wrong = question.spots.find((spot) => !spot.correct)!.id;
      return question.choose === 'one' ? wrong : [wrong];
    }
  }
}
