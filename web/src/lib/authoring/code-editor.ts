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
import { plainSpaces } from './rich-paste.rules.js';
import { placeFor, type Snippet } from './snippets.rules.js';
import { headLines } from './text-marks.rules.js';
import { foldedHead, foldHead, press, richPaste, straightQuotes, type TextTool } from './text-tools.js';

/* This file and those it imports are fetched by the pages that edit, when they are opened; see CodeEditor.svelte. */

export type Mode = 'markdown' | 'yaml';

export interface EditorWords {
  /** The accessible name of the text. */
  label: string;
  phrases: Record<string, string>;
}

export interface MarkWords {
  /** Stands in the place of the front matter that is folded away. */
  head: string;
  /** Stands between marks until it is typed over. */
  text: string;
}

interface Options extends EditorWords {
  host: ShadowRoot;
  text: string;
  mode: Mode;
  lang: string;
  readOnly: boolean;
  words: MarkWords;
  /** Pictures of a page that was pasted, which did not come with it. */
  onpictures: (count: number) => void;
  ontype: (text: string) => void;
  onsave: () => void;
  online: (line: number) => void;
}

type Piece = Omit<Snippet, 'kind'> & { kind?: Snippet['kind'] };

/** An editor as a page uses it. */
export interface CodeHandle {
  readonly view: EditorView;
  replace(text: string): void;
  show(line: number): void;
  insert(piece: Piece, how: 'block' | 'line'): void;
  press(tool: TextTool): void;
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
  const { host, text, mode, lang, readOnly, words, onpictures, ontype, onsave, online } = options;
  let line = 0;
  const watching = EditorView.updateListener.of((update) => {
    if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('khou.replace')))
      ontype(update.state.doc.toString());
    const now = update.state.doc.lineAt(update.state.selection.main.head).number;
    if (now !== line) online((line = now));
  });
  const save = () => (onsave(), true);
  const tool = (key: string, name: TextTool) => ({ key, run: () => (press(view, name, words.text), true) });
  const writing = [
    foldedHead(words.head),
    richPaste(onpictures),
    straightQuotes,
    keymap.of([tool('Mod-b', 'bold'), tool('Mod-i', 'italic')]),
  ];
  const view: EditorView = new EditorView({
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
      EditorView.clipboardInputFilter.of(plainSpaces),
      mode === 'markdown' ? writing : [],
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
  if (mode === 'markdown') foldHead(view);
  return {
    view,
    replace: (fresh) => replace(view, fresh),
    show: (wanted) => show(view, wanted),
    insert: (snippet, how) => insert(view, snippet, how),
    press: (name) => press(view, name, words.text),
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

/** Only what differs is changed: the text cursor and what is folded stay where they are. */
function replace(view: EditorView, fresh: string): void {
  const old = view.state.doc.toString();
  if (fresh === old) return;
  const most = Math.min(old.length, fresh.length);
  let from = 0;
  while (from < most && old[from] === fresh[from]) from++;
  let same = 0;
  while (same < most - from && old.at(-1 - same) === fresh.at(-1 - same)) same++;
  const changes = { from, to: old.length - same, insert: fresh.slice(from, fresh.length - same) };
  view.dispatch({ changes, userEvent: 'khou.replace' });
}

function show(view: EditorView, wanted: number): void {
  const line = view.state.doc.line(Math.min(Math.max(wanted, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
  view.focus();
}

function insert(view: EditorView, { kind = 'everyone', text, from, to }: Piece, how: 'block' | 'line'): void {
  const { doc, selection } = view.state;
  const here = doc.lineAt(selection.main.head).number;
  const lines = doc.toString().split('\n');
  const isInText = here > headLines(lines) && lines.slice(0, here).some((line) => line.startsWith('## '));
  const place = how === 'line' && isInText ? here : placeFor(lines, here, kind);
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
