// The one rule of what is no gap: arms that only a bug reaches. They are whatever stands in a call of
// `invariant`, in a function that never returns, or is a call of such a function.
import ts from "typescript";

const parsed = new Map();

/** Whether the part of a text from one place to another, `{ start, end }` by line and column, is such an arm. */
export function isPromise(text, { start, end }) {
  const file = parse(text);
  const starts = file.getLineStarts();
  // A place at the end of a line has no column.
  const at = ({ line, column }) =>
    column === null ? (starts[line] ?? text.length + 1) - 1 : starts[line - 1] + column;
  const [from, to] = [at(start), at(end)];
  const nevers = namesOfNever(file);
  return (
    isWithin(file, from, to, (node) => {
      if (ts.isCallExpression(node)) return node.expression.getText(file) === "invariant";
      return ts.isFunctionDeclaration(node) && nevers.has(node.name?.text);
    }) || nevers.has(/^(?:default:\s*)?(?:return\s+)?(\w+)\(/.exec(text.slice(from, to))?.[1])
  );
}

function isWithin(node, from, to, is) {
  if (node.getStart() > from || node.end < to) return false;
  return is(node) || (ts.forEachChild(node, (child) => isWithin(child, from, to, is)) ?? false);
}

function namesOfNever(file) {
  return new Set(
    file.statements
      .filter((one) => ts.isFunctionDeclaration(one))
      .filter(({ type }) => type?.kind === ts.SyntaxKind.NeverKeyword)
      .map(({ name }) => name.text),
  );
}

function parse(text) {
  if (!parsed.has(text)) {
    parsed.set(text, ts.createSourceFile("", text, ts.ScriptTarget.ESNext, true));
  }
  return parsed.get(text);
}
