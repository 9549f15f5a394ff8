import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/* The editor in the colours of the page. It stands in a shadow root, which custom properties reach and style sheets do not. */

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--card)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono), var(--font)', lineHeight: '1.75', overflow: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 14px 0 8px' },
  '.cm-gutters': {
    backgroundColor: 'var(--sunk)',
    color: 'var(--ink-2)',
    border: '0',
    borderRight: '1px solid var(--line)',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 10px', minWidth: '34px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--indigo-wash) 55%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--indigo-wash)', color: 'var(--indigo-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--gold-wash)',
  },
  '.cm-panels': {
    backgroundColor: 'var(--sunk)',
    color: 'var(--ink)',
    borderColor: 'var(--line)',
    fontFamily: 'var(--font)',
  },
  '.cm-panel.cm-search': { padding: '8px 12px', fontSize: '0.875rem' },
  '.cm-panel.cm-search label': { fontSize: '0.875rem' },
  '.cm-textfield': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    padding: '4px 8px',
    fontSize: '0.875rem',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--indigo-wash)',
    color: 'var(--indigo-ink)',
    border: '0',
    borderRadius: '6px',
    padding: '5px 10px',
    fontSize: '0.875rem',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--gold-wash)', outline: '1px solid var(--gold)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--gold)', color: 'var(--card)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '8px',
    fontFamily: 'var(--font)',
    fontSize: '0.875rem',
    maxWidth: '30rem',
  },
  '.cm-diagnostic': { padding: '8px 12px', borderLeftWidth: '4px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--red)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--gold)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--red)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--gold)' },
  '.cm-lintRange-info': { backgroundImage: 'none', textDecoration: 'underline dotted var(--ink-2)' },
  '.k-fence': { color: 'var(--gold-ink)', fontWeight: '600' },
  '.k-id': { color: 'var(--ink-2)' },
  '.k-folded': {
    margin: '0 0 0 6px',
    padding: '2px 10px',
    border: '1px dashed var(--edge)',
    borderRadius: '6px',
    backgroundColor: 'var(--sunk)',
    color: 'var(--ink-2)',
    font: '400 0.8125rem/1.6 var(--font)',
    cursor: 'pointer',
  },
  '.cm-changedLine': { backgroundColor: 'color-mix(in srgb, var(--gold-wash) 80%, transparent)' },
  '.cm-changedText': {
    background: 'none',
    backgroundColor: 'color-mix(in srgb, var(--gold) 30%, transparent)',
    textDecoration: 'underline',
  },
  // Its own sign is in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
  '.cm-collapsedLines': {
    backgroundImage: 'none',
    backgroundColor: 'var(--sunk)',
    color: 'var(--ink-2)',
    padding: '4px 12px',
  },
});

const words = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--indigo-ink)', fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--indigo-2)', textDecoration: 'underline' },
  { tag: tags.monospace, color: 'var(--green-ink)' },
  { tag: tags.quote, color: 'var(--ink-2)' },
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--indigo-ink)', fontWeight: '600' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--ink-2)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-2)' },
]);

/** Blocks of a module are no Markdown of everybody: their fences and ids are marked here. */
const directives = new MatchDecorator({
  regexp: /^:::?[a-z-]*|\{[#a-z][^}\n]*\}/g,
  decoration: (match) => Decoration.mark({ class: match[0].startsWith(':') ? 'k-fence' : 'k-id' }),
});

const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = directives.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = directives.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export function look(language: 'markdown' | 'yaml'): Extension {
  return [theme, syntaxHighlighting(words), ...(language === 'markdown' ? [marks] : [])];
}
