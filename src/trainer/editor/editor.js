// The editor of the trainer's page: CodeMirror, put together for TOML and Markdown. What it is told and what it tells are plain values; places
// are counted in UTF-16 units. It knows nothing of courses.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// A change that the page made itself, which it need not be told of.
const own = Annotation.define();

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.atom, tags.number, tags.bool], color: "var(--partly)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "0.875rem" },
  // The host is marked instead, as everything that has the focus is.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.5rem" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)", borderInlineStartWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  ".cm-gutters": { color: "var(--ink-soft)", backgroundColor: "var(--sunken)", borderInlineEnd: "1px solid var(--line)" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--mark) 60%, transparent)" },
  ".cm-searchMatch-selected": { outline: "2px solid var(--accent)" },
  ".cm-tooltip, .cm-panels": { color: "var(--ink)", backgroundColor: "var(--raised)", border: "1px solid var(--line-strong)" },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem", maxInlineSize: "34rem", fontFamily: "var(--sans)", fontSize: "0.875rem", lineHeight: "1.45", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderInlineStart: "4px solid var(--wrong)" },
  ".cm-diagnostic-warning": { borderInlineStart: "4px solid var(--partly)" },
  ".cm-diagnosticAction": { font: "inherit", color: "var(--on-accent)", backgroundColor: "var(--accent)", borderRadius: "var(--radius)", padding: "0.25rem 0.6rem", margin: "0.35rem 0 0" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--wrong)", textUnderlineOffset: "0.2em" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--partly)", textUnderlineOffset: "0.2em" },
  ".cm-panel.cm-search": { fontFamily: "var(--sans)", fontSize: "0.875rem" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { fontSize: "inherit" },
});

// The stretch from the first to the last of the changes, and its text now. It begins and ends between whole characters: whoever counts in
// other units could not find a place within one.
function stretch({ changes, startState, state }) {
  let [from, to, fromNow, toNow] = [Infinity, 0, Infinity, 0];
  changes.iterChanges((begin, end, beginNow, endNow) => {
    [from, to] = [Math.min(from, begin), Math.max(to, end)];
    [fromNow, toNow] = [Math.min(fromNow, beginNow), Math.max(toNow, endNow)];
  });
  const splits = (place) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(startState.sliceDoc(Math.max(0, place - 1), place + 1));
  const [before, after] = [splits(from) ? 1 : 0, splits(to) ? 1 : 0];
  return [from - before, to + after, state.sliceDoc(fromNow - before, toNow + after)];
}

/**
 * An editor in a shadow root of `host`, where its style needs no permission of the page's policy.
 *
 * `tell.changed(from, to, text)` is called after each change by hand, with the stretch of the text before and what stands there now;
 * `tell.moved()` when nothing but the cursor was moved; `tell.wanted(what)` when a key asks for `next` or `previous` problem, the quick `fix` here, or
 * to `save`.
 */
export function create(host, tell) {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const told = EditorView.updateListener.of((update) => {
    const byHand = update.docChanged && !update.transactions.some((one) => one.annotation(own));
    if (byHand) tell.changed(...stretch(update));
    else if (update.selectionSet) tell.moved();
  });
  const asks = (key, what) => ({
    key,
    preventDefault: true,
    run: () => {
      tell.wanted(what);
      return true;
    },
  });
  const state = (text, label, isToml) =>
    EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), history(), drawSelection(), bracketMatching(), highlightActiveLine(),
        highlightSelectionMatches(), search({ top: true }), lintGutter(), EditorView.lineWrapping, look,
        syntaxHighlighting(colours), isToml ? StreamLanguage.define(toml) : [], told,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", autocapitalize: "off", tabindex: "0" }),
        // Tab is not taken: it leaves the editor, as it leaves every other field.
        keymap.of([
          asks("F8", "next"), asks("Shift-F8", "previous"), asks("Mod-.", "fix"), asks("Mod-s", "save"),
          ...searchKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
      ],
    });
  const view = new EditorView({ parent: shadow, root: shadow, state: state("", "", true) });
  const within = (place) => Math.max(0, Math.min(place, view.state.doc.length));
  return {
    open(text, label, isToml) {
      view.setState(state(text, label, isToml));
    },
    // What an editor of this text holds, to come back to it with its history.
    state: () => view.state,
    restore(kept) {
      view.setState(kept);
    },
    text: () => view.state.doc.toString(),
    cursor: () => view.state.selection.main.head,
    select(from, to) {
      view.dispatch({ selection: { anchor: within(from), head: within(to) }, effects: EditorView.scrollIntoView(within(from), { y: "center" }) });
      view.focus();
    },
    // By hand, as far as the history is concerned: it can be undone, and the page is told.
    replace(from, to, text) {
      view.dispatch({ changes: { from: within(from), to: within(to), insert: text }, userEvent: "input" });
    },
    mark(faults) {
      const marks = faults.map(({ from, to, severity, message, fixes }) => ({
        from: within(from),
        to: within(Math.max(to, from)),
        severity,
        message,
        actions: fixes.map(({ name, apply }) => ({ name, apply: () => apply() })),
      }));
      view.dispatch(setDiagnostics(view.state, marks), { annotations: own.of(true) });
    },
    focus: () => view.focus(),
  };
}

export * from "./disk.js";
export * from "./shelf.js";
