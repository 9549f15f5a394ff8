import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';
import { look } from './code-look.js';
import type { Fault } from './drafts.js';
import { placeFor, type Snippet } from './snippets.rules.js';

/* This file and those it imports are fetched by the pages that edit, when they are opened; see CodeEditor.svelte. */

export type Mode = 'markdown' | 'yaml';

export interface EditorWords {
  /** The accessible name of the text. */
  label: string;
  phrases: Record<string, string>;
}

interface Options extends EditorWords {
  host: ShadowRoot;
  text: string;
  mode: Mode;
  lang: string;
  readOnly: boolean;
  ontype: (text: string) => void;
  onsave: () => void;
  online: (line: number) => void;
}

/** An editor as a page uses it. */
export interface CodeHandle {
  readonly view: EditorView;
  replace(text: string): void;
  show(line: number): void;
  insert(snippet: Snippet, how: 'block' | 'line'): void;
  mark(faults: readonly Fault[], language: LanguageCode): void;
  text(): string;
  destroy(): void;
}

export function setup(mode: Mode, { label, phrases }: EditorWords, lang: string): Extension[] {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, lang, tabindex: '0', spellcheck: String(lang === 'en') }),
    EditorState.phrases.of(phrases),
    indentOnInput(),
    bracketMatching(),
    mode === 'markdown' ? yamlFrontmatter({ content: markdown() }) : yaml(),
    look(mode),
  ];
}

export function codeEditor(options: Options): CodeHandle {
  const { host, text, mode, lang, readOnly, ontype, onsave, online } = options;
  let line = 0;
  const watching = EditorView.updateListener.of((update) => {
    if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('khou.replace')))
      ontype(update.state.doc.toString());
    const now = update.state.doc.lineAt(update.state.selection.main.head).number;
    if (now !== line) online((line = now));
  });
  const save = () => (onsave(), true);
  const view = new EditorView({
    root: host,
    parent: host,
    doc: text,
    extensions: [
      ...setup(mode, options, lang),
      history(),
      lintGutter(),
      search({ top: true }),
      highlightSelectionMatches(),
      EditorState.readOnly.of(readOnly),
      watching,
      // Tab moves the focus on, as everywhere; Ctrl+] and Ctrl+[ indent.
      keymap.of([
        { key: 'Mod-s', run: save, preventDefault: true },
        ...defaultKeymap,
        ...historyKeymap,
        ...searchKeymap,
        ...lintKeymap,
      ]),
    ],
  });
  return {
    view,
    replace: (fresh) => {
      if (fresh === view.state.doc.toString()) return;
      const changes = { from: 0, to: view.state.doc.length, insert: fresh };
      view.dispatch({ changes, userEvent: 'khou.replace' });
    },
    show: (wanted) => show(view, wanted),
    insert: (snippet, how) => insert(view, snippet, how),
    mark: (faults, language) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          faults.map((fault) => diagnostic(view.state, fault, language)),
        ),
      ),
    text: () => view.state.doc.toString(),
    destroy: () => view.destroy(),
  };
}

function show(view: EditorView, wanted: number): void {
  const line = view.state.doc.line(Math.min(Math.max(wanted, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
  view.focus();
}

function insert(view: EditorView, { kind, text, from, to }: Snippet, how: 'block' | 'line'): void {
  const { doc, selection } = view.state;
  const here = doc.lineAt(selection.main.head).number;
  const place = how === 'line' ? here : placeFor(doc.toString().split('\n'), here, kind);
  const before = doc.line(place);
  const at = before.to;
  const lead = before.text.trim() === '' ? '\n' : '\n\n';
  const after = place < doc.lines && doc.line(place + 1).text.trim() !== '' ? '\n' : '';
  view.dispatch({
    changes: { from: at, insert: `${lead}${text.trimEnd()}${after}` },
    selection: { anchor: at + lead.length + from, head: at + lead.length + to },
    scrollIntoView: true,
    userEvent: 'input.complete',
  });
  view.focus();
}

function diagnostic({ doc }: EditorState, fault: Fault, language: LanguageCode): Diagnostic {
  const line = doc.line(Math.min(Math.max(fault.line, 1), doc.lines));
  const from = Math.min(line.from + Math.max(fault.column - 1, 0), line.to);
  const severity = fault.severity === 'note' ? 'info' : fault.severity;
  const message = [fault.sentence, fault.hint].flatMap((words) => words?.[language] ?? []).join(' ');
  return { from, to: line.to, severity, message };
}
