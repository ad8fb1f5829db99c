// The one rule of what is not mutated, beside string literals: the words of a promise. They are what
// `invariant(…)` says when it throws, and arms that only a bug reaches: functions that never return.
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const isInvariant = ({ node }) =>
  node.type === "CallExpression" &&
  node.callee.type === "Identifier" &&
  node.callee.name === "invariant";

const neverReturns = ({ node }) =>
  node.type === "FunctionDeclaration" && node.returnType?.typeAnnotation?.type === "TSNeverKeyword";

const ignorer = {
  shouldIgnore(path) {
    if (neverReturns(path)) return "only a bug comes here";
    if (path.key === 1 && path.listKey === "arguments" && isInvariant(path.parentPath)) {
      return "what a broken promise says";
    }
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "promises", ignorer)];
