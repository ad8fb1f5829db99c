// Rules of our own for oxlint: arithmetic that gives the same bits on every JavaScript engine.

/** Members of Math whose result ECMAScript fixes to the last bit. */
const EXACT_MATH = new Set([
  "abs",
  "ceil",
  "clz32",
  "floor",
  "fround",
  "imul",
  "max",
  "min",
  "round",
  "sign",
  "sqrt",
  "trunc",
  "E",
  "LN10",
  "LN2",
  "LOG10E",
  "LOG2E",
  "PI",
  "SQRT1_2",
  "SQRT2",
]);

const exactMath = {
  create: (context) => ({
    Identifier(node) {
      if (node.name !== "Math") return;
      const parent = node.parent;
      if (parent.type === "Property" || parent.type === "MemberExpression") {
        const isName = parent.key === node || parent.property === node;
        if (isName && !parent.computed) return;
        if (parent.object === node && !parent.computed && EXACT_MATH.has(parent.property.name))
          return;
      }
      context.report({
        node: parent,
        message: `only Math.{${[...EXACT_MATH].join(", ")}} is exact on every engine; for the rest use @stdlib/math-base-special-*, and for chance src/engine/chance/`,
      });
    },
  }),
};

const noExponent = {
  create: (context) => {
    const report = (node) =>
      context.report({
        node,
        message: "** differs between engines; use @stdlib/math-base-special-pow",
      });
    return {
      BinaryExpression(node) {
        if (node.operator === "**") report(node);
      },
      AssignmentExpression(node) {
        if (node.operator === "**=") report(node);
      },
    };
  },
};

export default {
  meta: { name: "engine" },
  rules: { "exact-math": exactMath, "no-exponent": noExponent },
};
