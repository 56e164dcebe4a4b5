/** The editor of editor.html: CodeMirror, as a function that the page's Python calls. */

import { html } from "@codemirror/lang-html";
import { python } from "@codemirror/lang-python";
import { syntaxHighlighting } from "@codemirror/language";
import { Compartment, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { basicSetup } from "codemirror";

const marks = StateEffect.define<number>();

/** The line that an error or a request came from, until the text changes. */
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    let next = transaction.docChanged ? Decoration.none : current;
    for (const effect of transaction.effects) {
      if (!effect.is(marks)) continue;
      const line: Range<Decoration>[] = effect.value
        ? [
            Decoration.line({ class: "marked" }).range(
              transaction.state.doc.line(effect.value).from,
            ),
          ]
        : [];
      next = Decoration.set(line);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function createEditor(parent: HTMLElement, label: string, run: () => void) {
  const language = new Compartment();
  const keys = keymap.of([
    {
      key: "Mod-Enter",
      run: () => {
        run();
        return true;
      },
    },
  ]);
  const view = new EditorView({
    parent,
    extensions: [
      keys,
      basicSetup,
      syntaxHighlighting(classHighlighter),
      language.of(python()),
      marked,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label }),
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    show(text: string, isHtml: boolean) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        effects: language.reconfigure(isHtml ? html() : python()),
      });
    },
    /** Marks and shows the line, from 1; 0 removes the mark. */
    mark(line: number) {
      const last = view.state.doc.lines;
      const at = Math.min(line, last);
      const effects: StateEffect<unknown>[] = [marks.of(at)];
      if (at)
        effects.push(EditorView.scrollIntoView(view.state.doc.line(at).from, { y: "center" }));
      view.dispatch({ effects });
    },
    focus: () => view.focus(),
  };
}

Object.assign(globalThis, { createEditor });
