import { redo, undo } from '@codemirror/commands';
import { codeFolding, foldEffect } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { markdownOf, setApart, straightFences } from './rich-paste.rules.js';
import { headLines, listed, marked } from './text-marks.rules.js';

/* What an author presses instead of writing marks, and what happens to a page that is pasted. Part of the editor that is fetched. */

export type TextTool = 'bold' | 'italic' | 'bullets' | 'numbers' | 'undo' | 'redo';

/** `word` stands between marks until it is typed over. */
export function press(view: EditorView, tool: TextTool, word: string): void {
  if (tool === 'undo') undo(view);
  else if (tool === 'redo') redo(view);
  else if (!view.state.readOnly) {
    if (tool === 'bold' || tool === 'italic') mark(view, tool === 'bold' ? '**' : '*', word);
    else list(view, tool);
  }
  view.focus();
}

function mark(view: EditorView, sign: '**' | '*', word: string): void {
  const { from, to } = view.state.selection.main;
  const edit = marked(view.state.doc.toString(), from, to, sign, word);
  const [anchor, head] = edit.select;
  view.dispatch({ changes: edit, selection: { anchor, head }, scrollIntoView: true, userEvent: 'input.format' });
}

function list(view: EditorView, kind: 'bullets' | 'numbers'): void {
  const { doc, selection } = view.state;
  const [first, last] = [doc.lineAt(selection.main.from), doc.lineAt(selection.main.to)];
  const insert = listed(doc.sliceString(first.from, last.to).split('\n'), kind).join('\n');
  const end = first.from + insert.length;
  const anchor = first.number === last.number ? end : first.from;
  view.dispatch({
    changes: { from: first.from, to: last.to, insert },
    selection: { anchor, head: end },
    scrollIntoView: true,
    userEvent: 'input.format',
  });
}

/** What was copied from a document or a page comes as text with marks. `onpictures` is told what did not come. */
export function richPaste(onpictures: (count: number) => void): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const page = event.clipboardData?.getData('text/html');
      if (!page || view.state.readOnly || isInHead(view)) return false;
      /* Its style sheets go first: the policy of this page would refuse them, and say so. */
      const bare = page.replace(/<style[\s\S]*?<\/style>/gi, '');
      const pasted = markdownOf(new DOMParser().parseFromString(bare, 'text/html').body);
      if (!pasted) return false;
      event.preventDefault();
      const { doc, selection } = view.state;
      const { from, to } = selection.main;
      const before = doc.sliceString(doc.lineAt(from).from, from);
      const text = setApart(pasted.text, before, doc.sliceString(to, doc.lineAt(to).to));
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input.paste' });
      if (pasted.pictures > 0) onpictures(pasted.pictures);
      return true;
    },
  });
}

/** A quotation mark that a keyboard curled where a block opens becomes straight as it is typed. */
export const straightQuotes: Extension = [
  EditorView.clipboardInputFilter.of(straightFences),
  EditorView.inputHandler.of((view, from, to, text) => {
    const { from: start } = view.state.doc.lineAt(from);
    const before = view.state.doc.sliceString(start, from);
    const straight = straightFences(before + text).slice(before.length);
    if (view.composing || straight === text || text.includes('\n')) return false;
    const selection = { anchor: from + straight.length };
    view.dispatch({ changes: { from, to, insert: straight }, selection, userEvent: 'input.type' });
    return true;
  }),
];

function isInHead(view: EditorView): boolean {
  const { doc, selection } = view.state;
  return doc.lineAt(selection.main.from).number <= headLines(doc.toString().split('\n'));
}

/** The front matter is folded away: a form is there for it. A press, or the text cursor in it, unfolds it. */
export function foldedHead(words: string): Extension {
  return codeFolding({ placeholderDOM: (_view, unfold) => placeholder(words, unfold) });
}

export function foldHead(view: EditorView): void {
  const { doc } = view.state;
  const lines = headLines(doc.toString().split('\n'));
  if (lines < 3) return;
  const range = { from: doc.line(1).to, to: doc.line(lines).to };
  const below = Math.min(range.to + 1, doc.length);
  view.dispatch({ effects: foldEffect.of(range), selection: { anchor: below } });
}

function placeholder(words: string, unfold: (event: Event) => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'k-folded';
  element.textContent = words;
  element.onclick = unfold;
  return element;
}
