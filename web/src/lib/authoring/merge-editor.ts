import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { setup, type Mode } from './code-editor.js';

interface Sides {
  host: ShadowRoot;
  mode: Mode;
  lang: string;
  theirs: string;
  mine: string;
  labels: { theirs: string; mine: string };
  phrases: Record<string, string>;
  /** What a button between the texts says: it takes one change of theirs over. */
  take: string;
}

/** Their text, which cannot be changed, beside the own one, which takes over what is wanted of theirs. */
export function mergeEditor({ host, mode, lang, theirs, mine, labels, phrases, take }: Sides) {
  const view = new MergeView({
    root: host,
    parent: host,
    a: {
      doc: theirs,
      extensions: [...setup(mode, { label: labels.theirs, phrases }, lang), EditorState.readOnly.of(true)],
    },
    b: {
      doc: mine,
      extensions: [
        ...setup(mode, { label: labels.mine, phrases }, lang),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
      ],
    },
    revertControls: 'a-to-b',
    renderRevertControl: () => {
      const button = document.createElement('button');
      button.textContent = '→';
      button.title = take;
      button.setAttribute('aria-label', take);
      return button;
    },
    collapseUnchanged: { margin: 3, minSize: 6 },
  });
  return { text: () => view.b.state.doc.toString(), destroy: () => view.destroy() };
}
